/** Leaks planted into the gateway's process from outside, each of which the soak must find. */
@NullMarked
package org.wsproof.benchmarks.soak.leak;

import org.jspecify.annotations.NullMarked;
