/** A connection's octets, plain or over TLS, without blocking. */
@NullMarked
package org.wsproof.benchmarks.load.line;

import org.jspecify.annotations.NullMarked;
