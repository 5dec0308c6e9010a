@NullMarked
package org.wsproof.benchmarks.bench.report;

import org.jspecify.annotations.NullMarked;
