/** The loads of a bench, each on the load client's one thread. */
@NullMarked
package org.wsproof.benchmarks.bench.loads;

import org.jspecify.annotations.NullMarked;
