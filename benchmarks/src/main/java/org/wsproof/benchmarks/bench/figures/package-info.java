/** What a bench has measured, and the arithmetic on it. */
@NullMarked
package org.wsproof.benchmarks.bench.figures;

import org.jspecify.annotations.NullMarked;
