@NullMarked
package org.wsproof.benchmarks.bench.contenders;

import org.jspecify.annotations.NullMarked;
