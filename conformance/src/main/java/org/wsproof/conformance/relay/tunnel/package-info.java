/** An upgraded pair of connections: two pumps, the idle timer, and the ends. */
@NullMarked
package org.wsproof.conformance.relay.tunnel;

import org.jspecify.annotations.NullMarked;
