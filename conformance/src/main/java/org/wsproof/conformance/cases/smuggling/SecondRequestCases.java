package org.wsproof.conformance.cases.smuggling;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.HeadText.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.cases.script.Strictness.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import org.wsproof.conformance.cases.script.CaseBuilder;
import org.wsproof.conformance.cases.script.HeadText;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Octets.Raw;
import org.wsproof.conformance.model.Sign;

/** A request behind a request for an upgrade, and upgrades to something else: no way round the proxy. */
final class SecondRequestCases {
    private static final Raw NO_HTTP = new Raw("G\u0001T {target:b} HTTP/1.1\r\nHost: {host}\r\n\r\n");

    private SecondRequestCases() {}

    static List<Case> all() {
        return List.of(
                behindOtherVersion(),
                behindUpgrade(),
                h2c("smuggling/h2c-not-forwarded", "h2c"),
                h2c("smuggling/h2c-in-capitals-not-forwarded", "H2C"),
                otherToken());
    }

    private static Case behindOtherVersion() {
        return must(
                        "smuggling/request-behind-version-1777",
                        contract("no-tunnel-without-101"),
                        "An opening handshake of a version that nobody speaks makes no tunnel: what follows is read as HTTP.")
                .then(ask("a", opening("a").with("Sec-WebSocket-Version", "1777")))
                .then(
                        await(client("a"), Sign.HEAD, BRIEFLY),
                        send(origin("a"), response("426 Upgrade Required", "").and("Sec-WebSocket-Version", "13")),
                        await(client("a"), Sign.HEAD),
                        send(client("a"), NO_HTTP),
                        await(client("a"), Sign.head(2), BRIEFLY))
                .then(fence())
                .claims(never(origin("b"), Sign.HEAD), status(client("a"), 400, 426), fenceSeen())
                .failsUnder("trusts-other-versions", "no head at origin b")
                .because("A proxy that takes the request alone for the switch hands the client a raw connection to the"
                        + " origin, behind every rule it was set up to enforce.")
                .seenIn("CVE-2019-17567")
                .build();
    }

    private static Case behindUpgrade() {
        return must(
                        "smuggling/request-in-one-write-with-upgrade",
                        contract("no-tunnel-without-101"),
                        "What comes in one write with an opening handshake waits for the answer, and is read as HTTP if it is no 101.")
                .then(open("a"), send(client("a"), opening("a").octets(), NO_HTTP))
                .then(
                        await(origin("a"), Sign.HEAD),
                        await(origin("a"), Sign.TUNNEL_OCTETS, BRIEFLY),
                        send(origin("a"), response("403 Forbidden", "")),
                        await(client("a"), Sign.head(2), BRIEFLY))
                .then(fence())
                .claims(
                        never(origin("a"), Sign.TUNNEL_OCTETS),
                        never(origin("b"), Sign.HEAD),
                        status(client("a"), 400, 403),
                        fenceSeen())
                .failsUnder("relays-early-octets", "octets in the tunnel at origin a")
                .because("An origin that refuses the upgrade reads those octets as the next request, one that the"
                        + " proxy never saw.")
                .seenIn("CVE-2026-2833")
                .build();
    }

    private static CaseBuilder notForwarded(CaseBuilder which, HeadText request) {
        return which.then(ask("a", request))
                .then(answer("a", response("200 OK", "")))
                .then(fence())
                .claims(
                        either(
                                turnedDown(),
                                way(
                                        "served without the offer, which the proxy may take up itself",
                                        absent(origin("a"), "Upgrade"),
                                        absent(origin("a"), "HTTP2-Settings"),
                                        lacksToken(origin("a"), "Connection", "upgrade"),
                                        status(client("a"), 101, 200))),
                        fenceSeen())
                .failsUnder("forwards-h2c", "field Upgrade absent")
                .because("An origin that takes up the offer speaks another protocol from then on, and the proxy relays"
                        + " it unread: each further request of the client passes it by.");
    }

    private static Case h2c(String id, String token) {
        HeadText request = request("GET", "a")
                .and("Connection", "Upgrade, HTTP2-Settings")
                .and("Upgrade", token)
                .and("HTTP2-Settings", "AAMAAABkAAQAAP__");
        CaseBuilder which = should(
                id,
                contract("other-protocols"),
                "An offer to switch to HTTP/2, written " + token + ", does not reach the origin.");
        return notForwarded(which, request)
                .seenIn("golang/go#80416", "kubernetes/kubernetes#72112")
                .build();
    }

    private static Case otherToken() {
        HeadText request = request("GET", "a").and("Connection", "Upgrade").and("Upgrade", "x-wsproof/1");
        CaseBuilder which = should(
                "smuggling/other-protocol-not-forwarded",
                contract("other-protocols"),
                "An offer to switch to a protocol that the proxy does not know does not reach the origin.");
        return notForwarded(which, request)
                .seenIn("kubernetes/kubernetes#72112", "haproxy/haproxy#2684")
                .build();
    }
}
