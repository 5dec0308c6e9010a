package org.wsproof.conformance.cases.lifecycle;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.HeadText.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Step;

/** Connections that serve more than one exchange: what may follow what on them, and what never. */
final class LifecycleReuseCases {
    /** Proxies that keep connections apart do it by things like this one. */
    private static final String AGENT = "wsproof";

    private LifecycleReuseCases() {}

    static List<Case> all() {
        return List.of(onPooledConnection(), afterPooledConnectionEnded(), tunnelConnectionNotReused(), after304());
    }

    private static List<Step> bothWays(String tag, int seed) {
        return join(toOrigin(tag, 1, Octets.binary(1, 40, seed)), toClient(tag, 1, Octets.binary(1, 40, seed + 1)));
    }

    /** Whether the target keeps connections to the origin at all is its own affair. */
    private static Case onPooledConnection() {
        return should(
                        "lifecycle/upgrade-behind-another-clients-request",
                        contract("pooled-connections"),
                        "An upgrade works right after another client's request, whether or not it goes to the origin on the connection that this one left.")
                .because(
                        "A proxy that pools origin connections forgets what state they are in: upgrades then fail only under load, when there is something to reuse.")
                .seenIn("varnish-cache#1806")
                .then(ask("a", request("GET", "a").and("User-Agent", AGENT)))
                .then(answer("a", response("200 OK", "one")))
                .then(join(ask("b", opening("b").and("User-Agent", AGENT)), accept("b")))
                .then(bothWays("b", 121))
                .claims(status(client("b"), 101), clientsOctetsArrive("b"), originsOctetsArrive("b"))
                .failsUnder("refuses-101-on-reused", "but was: status 502")
                .build();
    }

    private static Case afterPooledConnectionEnded() {
        return should(
                        "lifecycle/upgrade-when-pooled-connection-ended",
                        contract("pooled-connections"),
                        "An upgrade does not fail because the origin has ended the connection of an earlier request.")
                .because(
                        "Origins end idle connections after some seconds. A proxy that uses one all the same answers 502 to the first client after each quiet spell.")
                .then(ask("a", request("GET", "a").and("User-Agent", AGENT)))
                .then(answer("a", response("200 OK", "one")))
                .then(finish(origin("a"), Ending.FIN), await(origin("a"), Sign.ENDED, BRIEFLY))
                .then(join(ask("b", opening("b").and("User-Agent", AGENT)), accept("b")))
                .then(bothWays("b", 123))
                .claims(status(client("b"), 101), clientsOctetsArrive("b"), originsOctetsArrive("b"))
                .failsUnder("uses-ended-connection", "but was: status 502")
                .build();
    }

    /** An origin whose tunnel has not ended reads what comes next as frames. */
    private static Case tunnelConnectionNotReused() {
        return must(
                        "lifecycle/tunnel-connection-not-reused",
                        contract("tunnel-is-the-end"),
                        "The origin's connection of a tunnel that the client has ended carries no other client's request.")
                .because(
                        "What the next client asks is read by the last tunnel's origin, with whatever rights that tunnel had, and its answer goes astray.")
                .seenIn("kubernetes#71411")
                .then(tunnel("a"))
                .then(toOrigin("a", 1, Octets.binary(1, 40, 125)))
                .then(finish(client("a"), Ending.FIN), await(origin("a"), Sign.ENDED, BRIEFLY))
                .then(ask("b", request("GET", "b")))
                .then(answer("b", response("200 OK", "two")))
                .claims(clientsOctetsArrive("a"), seen(origin("b"), Sign.HEAD), status(client("b"), 200))
                .failsUnder("reuses-tunnel-connection", "what client a sends in the tunnel")
                .build();
    }

    /** The client's connection may be ended behind any answer; it does not hang. */
    private static Case after304() {
        return should(
                        "lifecycle/upgrade-behind-304",
                        rfc(9112, "6.3", ""),
                        "A 304 has no content whatever its Content-Length says: an upgrade behind it on the same connection opens a tunnel.")
                .because(
                        "A proxy that waits for content which never comes takes the upgrade for it: pages that revalidate and then open a WebSocket hang.")
                .then(ask("a", request("GET", "a").and("If-None-Match", "\"1\"")))
                .then(answer(
                        "a", interim("304 Not Modified").and("ETag", "\"1\"").and("Content-Length", "5")))
                .then(
                        send(client("a"), opening("b")),
                        await(origin("b"), Sign.HEAD),
                        send(origin("b"), switching()),
                        await(client("a"), Sign.head(2)),
                        send(client("a"), Octets.binary(1, 40, 127)),
                        await(origin("b"), Sign.FRAME))
                .claims(either(
                        way("a tunnel", nthStatus(client("a"), 2, 101), new Claim.Same(client("a"), origin("b"))),
                        way("the connection is ended", status(client("a"), 304), seen(client("a"), Sign.ENDED))))
                .failsUnder("waits-for-content-of-304", "but was: no response")
                .build();
    }
}
