package org.wsproof.conformance.stage;

import java.util.List;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.wire.Connection;

/** One of the kit's ends of an exchange, as a script acts on it. */
interface Actor {
    /** Queues octets whose placeholders are resolved. */
    void send(List<Octets> octets, int piece, long gapNanos);

    /** True once frames may be sent: a 101 was received (client) or sent (origin). */
    boolean tunnelling();

    Connection connection();
}
