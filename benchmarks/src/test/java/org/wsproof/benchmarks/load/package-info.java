@NullMarked
package org.wsproof.benchmarks.load;

import org.jspecify.annotations.NullMarked;
