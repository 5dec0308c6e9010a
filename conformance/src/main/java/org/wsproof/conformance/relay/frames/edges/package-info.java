/** The faults that strike frames which an end would have to refuse, and the closing handshake. */
@NullMarked
package org.wsproof.conformance.relay.frames.edges;

import org.jspecify.annotations.NullMarked;
