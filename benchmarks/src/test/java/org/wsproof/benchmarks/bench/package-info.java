@NullMarked
package org.wsproof.benchmarks.bench;

import org.jspecify.annotations.NullMarked;
