@NullMarked
package org.wsproof.benchmarks.bench.figures;

import org.jspecify.annotations.NullMarked;
