/** Ends of many tunnels at once, without a thread each: a load client, and an origin whose behaviour a request's path chooses. */
@NullMarked
package org.wsproof.benchmarks.load;

import org.jspecify.annotations.NullMarked;
