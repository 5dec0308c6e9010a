/** Octets on a connection: heads, messages, and the blocking connections that carry them. Knows nothing of cases. */
@NullMarked
package org.wsproof.conformance.wire;

import org.jspecify.annotations.NullMarked;
