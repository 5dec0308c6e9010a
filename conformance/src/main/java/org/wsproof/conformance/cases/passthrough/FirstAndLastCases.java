package org.wsproof.conformance.cases.passthrough;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.HeadText.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Sign;

/** Tunnels whose first octets are their last. */
final class FirstAndLastCases {
    private FirstAndLastCases() {}

    static List<Case> all() {
        return List.of(allInOneWrite());
    }

    private static Case allInOneWrite() {
        return must(
                        "passthrough/all-in-one-write-with-101",
                        contract("no-loss"),
                        "An origin that sends its 101, its messages and a Close in one write, and ends, loses none of it.")
                .then(ask("a", opening("a")))
                .then(
                        await(origin("a"), Sign.HEAD),
                        send(
                                origin("a"),
                                switching().octets(),
                                Octets.binary(3, 400, 47),
                                Octets.close(4403, "not for you")),
                        finish(origin("a"), Ending.FIN),
                        await(client("a"), Sign.close(4403)))
                .claims(status(client("a"), 101), originsOctetsArrive("a"), seen(client("a"), Sign.close(4403)))
                .failsUnder("loses-octets-behind-101", "of 4 frames")
                .failsUnder("loses-tail-at-fin", "of 4 frames")
                .because(
                        "Servers that accept only to say why they do not, for a browser sees no refusal's text, do just"
                                + " this. Where the proxy sees the end first, the client never learns why, and comes back.")
                .build();
    }
}
