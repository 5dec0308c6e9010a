/** A load client of many tunnels at once, without a thread each. */
@NullMarked
package org.wsproof.benchmarks.load;

import org.jspecify.annotations.NullMarked;
