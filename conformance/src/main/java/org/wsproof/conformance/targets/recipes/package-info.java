/** Starts real proxies, each from a configuration that is shipped beside its recipe. */
@NullMarked
package org.wsproof.conformance.targets.recipes;

import org.jspecify.annotations.NullMarked;
