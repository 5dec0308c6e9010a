/** Recipes for the reference proxies: programs on the JVM that run as child processes, and share no code with the kit. */
@NullMarked
package org.wsproof.conformance.targets.recipes.jvm;

import org.jspecify.annotations.NullMarked;
