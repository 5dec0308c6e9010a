/** The relay's connections, and how octets and bodies move over them. Knows nothing of faults or of WebSocket. */
@NullMarked
package org.wsproof.conformance.relay.link;

import org.jspecify.annotations.NullMarked;
