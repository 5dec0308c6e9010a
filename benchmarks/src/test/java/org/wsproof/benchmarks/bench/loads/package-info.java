@NullMarked
package org.wsproof.benchmarks.bench.loads;

import org.jspecify.annotations.NullMarked;
