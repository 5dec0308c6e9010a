@NullMarked
package org.wsproof.benchmarks;

import org.jspecify.annotations.NullMarked;
