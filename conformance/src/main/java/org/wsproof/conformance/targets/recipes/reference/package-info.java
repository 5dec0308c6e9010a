/** Recipes for the reference proxies: small programs around libraries, run as child processes that share no code with the kit. */
@NullMarked
package org.wsproof.conformance.targets.recipes.reference;

import org.jspecify.annotations.NullMarked;
