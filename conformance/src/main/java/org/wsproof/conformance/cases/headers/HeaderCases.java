package org.wsproof.conformance.cases.headers;

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

/** Fields of the two heads: which go from end to end, which only as far as the target, and what the target adds. */
final class HeaderCases {
    private HeaderCases() {}

    static List<Case> all() {
        return List.of(nominated(), nominatedInAnswer(), hopByHop(), via(), originField(), credentials());
    }

    private static Case nominated() {
        HeadText request = opening("a")
                .with("Connection", "Upgrade, X-Secret, x-internal")
                .and("X-Secret", "1")
                .and("X-INTERNAL", "2")
                .and("X-Kept", "3");
        return must(
                        "headers/nominated-fields-removed",
                        rfc(9110, "7.6.1", "MUST"),
                        "Fields that the request's Connection field names do not reach the origin, whatever their letter case.")
                .because("Fields meant for one hop reach the origin, or a client names the proxy's own fields and "
                        + "has them removed: the origin then believes the wrong address. Upgrades are often "
                        + "exempted by mistake.")
                .seenIn("CVE-2022-31813", "CVE-2021-32813", "CVE-2024-45410", "GHSA-92mv-8f8w-wq52", "envoy#44525")
                .then(ask("a", request))
                .then(accept("a"))
                .claims(
                        absent(origin("a"), "X-Secret"),
                        absent(origin("a"), "X-Internal"),
                        lacksToken(origin("a"), "Connection", "x-secret"),
                        field(origin("a"), "X-Kept", "3"),
                        status(client("a"), 101))
                .failsUnder("forwards-nominated-fields", "field X-Secret absent")
                .failsUnder("nominates-by-exact-case", "field X-Internal absent")
                .build();
    }

    private static Case nominatedInAnswer() {
        return must(
                        "headers/nominated-fields-removed-from-answer",
                        rfc(9110, "7.6.1", "MUST"),
                        "Fields that the 101's Connection field names do not reach the client.")
                .because("What an origin tells its proxy, addresses and debugging fields among it, becomes public "
                        + "on upgrades alone.")
                .seenIn("go#80875")
                .then(ask("a", opening("a")))
                .then(answer(
                        "a",
                        switching()
                                .with("Connection", "Upgrade, X-Internal")
                                .and("X-Internal", "1")
                                .and("X-Kept", "2")))
                .claims(status(client("a"), 101), absent(client("a"), "X-Internal"), field(client("a"), "X-Kept", "2"))
                .failsUnder("keeps-nominated-in-answer", "field X-Internal absent")
                .build();
    }

    private static Case hopByHop() {
        HeadText request = opening("a")
                .and("Keep-Alive", "timeout=5")
                .and("Proxy-Connection", "keep-alive")
                .and("TE", "trailers");
        return should(
                        "headers/hop-by-hop-fields-removed",
                        rfc(9110, "7.6.1", "SHOULD"),
                        "Fields known to be meant for one hop do not reach the origin, named or not.")
                .because("An origin that believes the client's Keep-Alive or TE manages the proxy's connection by "
                        + "somebody else's wishes.")
                .then(ask("a", request))
                .then(accept("a"))
                .claims(
                        absent(origin("a"), "Keep-Alive"),
                        absent(origin("a"), "Proxy-Connection"),
                        absent(origin("a"), "TE"),
                        status(client("a"), 101))
                .failsUnder("forwards-hop-by-hop", "field Keep-Alive absent")
                .build();
    }

    private static Case via() {
        return must(
                        "headers/via-added",
                        rfc(9110, "7.6.3", "MUST"),
                        "The request that the origin sees names the gateway in Via.")
                .because("Via is how loops are found and how an origin knows which features the path supports; "
                        + "without it a proxy that points to itself runs until it is full.")
                .then(tunnel("a"))
                .claims(field(origin("a"), "Via", Claim.Field.Rule.PRESENT))
                .failsUnder("no-via", "field Via present")
                .build();
    }

    private static Case originField() {
        return should(
                        "headers/origin-kept",
                        contract("end-to-end-fields"),
                        "The Origin field, by which origins tell browsers' pages apart, arrives as it was sent.")
                .because("The check of Origin is all that keeps foreign pages from using a signed-in user's "
                        + "WebSocket. A proxy that rewrites it lets all in, or none.")
                .seenIn("skycoin/skywire#3441")
                .then(ask("a", opening("a").and("Origin", "https://app.example:8443")))
                .then(accept("a"))
                .claims(once(origin("a"), "Origin"), field(origin("a"), "Origin", "https://app.example:8443"))
                .failsUnder("rewrites-origin", "field Origin equal to")
                .build();
    }

    private static Case credentials() {
        HeadText request = opening("a")
                .and("Authorization", "Bearer abc.def-ghi_jkl")
                .and("Cookie", "session=31d4d96e407aad42; theme=dark");
        return should(
                        "headers/credentials-kept",
                        contract("end-to-end-fields"),
                        "Authorization and Cookie arrive once, as they were sent.")
                .because("A handshake can't be answered by a login page: where the cookie or token is lost, users "
                        + "are signed out of the live part of a page only.")
                .seenIn("aspnet/Proxy#28")
                .then(ask("a", request))
                .then(accept("a"))
                .claims(
                        once(origin("a"), "Authorization"),
                        field(origin("a"), "Authorization", "Bearer abc.def-ghi_jkl"),
                        once(origin("a"), "Cookie"),
                        field(origin("a"), "Cookie", "session=31d4d96e407aad42; theme=dark"))
                .failsUnder("drops-authorization", "field Authorization once")
                .failsUnder("duplicates-cookie", "field Cookie once")
                .build();
    }
}
