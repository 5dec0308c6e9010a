/** The origin whose behaviour a request's path chooses. */
@NullMarked
package org.wsproof.benchmarks.load.origin;

import org.jspecify.annotations.NullMarked;
