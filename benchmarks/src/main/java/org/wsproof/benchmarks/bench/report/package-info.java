/** What a bench has measured, told to people and to tools. */
@NullMarked
package org.wsproof.benchmarks.bench.report;

import org.jspecify.annotations.NullMarked;
