package org.wsproof.conformance.cases.refusals;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.HeadText.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import org.wsproof.conformance.cases.script.HeadText;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Claim.Field.Rule;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Step;

/** Refusals that lead elsewhere, that advertise, and that leave connections behind. */
final class RefusalEndCases {
    private RefusalEndCases() {}

    static List<Case> all() {
        return List.of(redirect(), upgradeInRefusal(), connectionsEnd());
    }

    private static Case redirect() {
        return should(
                        "refusals/302-relayed",
                        contract("refusal-relayed"),
                        "A redirect of an upgrade is the client's to follow, not the proxy's.")
                .then(ask("a", opening("a")))
                .then(
                        await(origin("a"), Sign.HEAD),
                        send(origin("a"), response("302 Found", "").and("Location", "{target:b}")),
                        await(client("a"), Sign.HEAD, BRIEFLY),
                        send(origin("b"), response("200 OK", "")),
                        await(client("a"), Sign.HEAD))
                .then(fence())
                .claims(
                        never(origin("b"), Sign.HEAD),
                        status(client("a"), 302),
                        field(client("a"), "Location", Rule.PRESENT),
                        fenceSeen())
                .failsUnder("follows-redirects", "no head at origin b")
                .because("A proxy that follows asks, in its own name and with the client's credentials, wherever an"
                        + " origin tells it to.")
                .seenIn("CVE-2020-8559")
                .build();
    }

    private static Case upgradeInRefusal() {
        HeadText refusal =
                response("403 Forbidden", "no").and("Connection", "Upgrade").and("Upgrade", "websocket");
        return observe(
                        "refusals/upgrade-field-in-refusal",
                        rfc(9110, "7.8", "MAY"),
                        "What becomes of an Upgrade field on a 403, and of the connection behind it.")
                .then(ask("a", opening("a")))
                .then(answer("a", refusal))
                .then(
                        send(client("a"), request("GET", "b")),
                        await(origin("b"), Sign.HEAD, BRIEFLY),
                        send(origin("b"), response("200 OK", "next")),
                        await(client("a"), Sign.head(2), BRIEFLY))
                .then(fence())
                .claims(whatBecomesOfIt(), fenceSeen())
                .failsUnder("keeps-upgrade-in-refusal", "observed: relayed, the next request served")
                .failsUnder("hangs-after-refusal", "observed: the next request not served")
                .because("An origin may advertise what it would switch to. A proxy or client that takes the field for"
                        + " a switch is out of step with the other from then on.")
                .seenIn("envoyproxy/envoy#45537")
                .build();
    }

    private static Claim whatBecomesOfIt() {
        return either(
                way("removed, the next request served", absent(client("a"), "Upgrade"), nthStatus(client("a"), 2, 200)),
                way(
                        "relayed, the next request served",
                        field(client("a"), "Upgrade", Rule.PRESENT),
                        nthStatus(client("a"), 2, 200)),
                way("the connection closed", seen(client("a"), Sign.ENDED)),
                way("the next request not served", never(client("a"), Sign.head(2))));
    }

    private static Case connectionsEnd() {
        HeadText advertisement =
                response("200 OK", "plain").and("Connection", "Upgrade, close").and("Upgrade", "h2, h2c");
        return must(
                        "refusals/no-connection-left-behind",
                        contract("ends"),
                        "An origin's connection that a refused upgrade was asked on, and that the origin ends, is ended by the target too.")
                .then(new Step.Each(
                        "n",
                        20,
                        20,
                        join(
                                join(ask("n", opening("n")), answer("n", advertisement)),
                                List.of(finish(origin("n"), Ending.FIN), await(origin("n"), Sign.ENDED)))))
                .claims(status(client("n"), 200), field(client("n"), ":body", "plain"), seen(origin("n"), Sign.ENDED))
                .failsUnder("keeps-backside-after-refusal", "but was: never seen")
                .because("Clients that are refused come back at once. A connection left over from each of them, and the"
                        + " proxy is out of descriptors within the hour.")
                .seenIn("nginx/nginx#1476", "haproxy/haproxy#1997")
                .build();
    }
}
