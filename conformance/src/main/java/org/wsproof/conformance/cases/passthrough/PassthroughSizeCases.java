package org.wsproof.conformance.cases.passthrough;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.HeadText.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import org.wsproof.conformance.cases.script.Readings;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;

/** A message of each class of length (RFC 6455 §5.2), both ways. */
final class PassthroughSizeCases {
    private PassthroughSizeCases() {}

    /** The status code of RFC 6455 §7.4.1 for a message that is too big to process. */
    private static final int TOO_BIG = 1009;

    static List<Case> all() {
        return List.of(
                length(0, "drops-tiny-frames"),
                length(1, "drops-tiny-frames"),
                length(125, "cuts-at-125"),
                length(126, "widens-lengths"),
                length(127, "widens-lengths"),
                length(65_535, "widens-lengths"),
                length(65_536, "caps-frames-at-64k"),
                length(16 << 20, "caps-frames-at-64k"));
    }

    private static Case length(int octets, String fault) {
        Span deadline = Span.seconds(10);
        return must(
                        "passthrough/message-of-" + octets + "-octets",
                        contract("no-loss"),
                        "A message of " + octets + (octets == 1 ? " octet" : " octets")
                                + " arrives as it was sent, both ways.")
                .because("Three forms of length meet at 125, 126, 65,535 and 65,536 octets, and so do buffers: a "
                        + "proxy off by one, or with a cap, breaks just the large messages.")
                .seenIn("spring-cloud-gateway#1154")
                .then(tunnel("a"))
                .then(
                        send(client("a"), Octets.binary(1, octets, 51)),
                        await(origin("a"), Sign.FRAME, deadline),
                        send(origin("a"), Octets.binary(1, octets, 52)),
                        await(client("a"), Sign.FRAME, deadline))
                .claims(clientsOctetsArrive("a"), originsOctetsArrive("a"))
                .framing(
                        Readings.LIMIT,
                        either(
                                way("it arrives", clientsOctetsArrive("a"), originsOctetsArrive("a")),
                                way("over its limit", seen(client("a"), Sign.close(TOO_BIG)))))
                .failsUnder(fault, "what client a sends in the tunnel")
                .build();
    }
}
