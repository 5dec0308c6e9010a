package org.wsproof.conformance.cases.headers;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.HeadText.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.cases.script.Strictness.turnedDown;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import org.wsproof.conformance.cases.script.HeadText;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Claim.Field.Rule;
import org.wsproof.conformance.model.Sign;

/** Fields that say who the client is, and the fields that there may be but one of. */
final class HeaderTrustCases {
    private static final String FOR = "X-Forwarded-For";

    private HeaderTrustCases() {}

    static List<Case> all() {
        return List.of(
                nominatedForwardedFor(),
                proxyAuthorization(),
                clientsClaims(),
                hostOnce(),
                hopByHopInAnswer(),
                cookiesInAnswer());
    }

    private static Case nominatedForwardedFor() {
        HeadText request =
                opening("a").with("Connection", "Upgrade, X-Forwarded-For").and(FOR, "198.51.100.7");
        return must(
                        "headers/own-fields-survive-nomination",
                        rfc(9110, "7.6.1", "MUST"),
                        "A Connection field that names X-Forwarded-For removes what the client sent, and not what the proxy adds.")
                .then(ask("a", request))
                .then(accept("a"))
                .then(tunnel("b"))
                .claims(
                        status(client("b"), 101),
                        seen(origin("b"), Sign.HEAD),
                        lacksToken(origin("a"), FOR, "198.51.100.7"),
                        either(turnedDown(), addsNone(), addsItsOwn()))
                .failsUnder("nominated-takes-own", "field X-Forwarded-For present")
                .because("Origins that let clients in by address, or take a request without X-Forwarded-For for one of"
                        + " their own network, are open to whoever names the field in Connection.")
                .seenIn("CVE-2022-31813", "CVE-2024-45410")
                .build();
    }

    private static Claim.Alternative addsNone() {
        return way("the proxy adds none", status(client("a"), 101), absent(origin("b"), FOR), absent(origin("a"), FOR));
    }

    private static Claim.Alternative addsItsOwn() {
        return way(
                "the proxy adds its own",
                status(client("a"), 101),
                field(origin("b"), FOR, Rule.PRESENT),
                field(origin("a"), FOR, Rule.PRESENT));
    }

    private static Case proxyAuthorization() {
        return should(
                        "headers/proxy-credentials-stay",
                        contract("credentials-of-one-hop"),
                        "Credentials meant for a proxy do not reach the origin.")
                .then(ask("a", opening("a").and("Proxy-Authorization", "Basic dXNlcjpwYXNz")))
                .then(accept("a"))
                .claims(status(client("a"), 101), absent(origin("a"), "Proxy-Authorization"))
                .failsUnder("forwards-proxy-authorization", "field Proxy-Authorization absent")
                .because("The origin learns a password that is none of its business, and writes it into its logs.")
                .build();
    }

    private static Case clientsClaims() {
        HeadText request = opening("a")
                .and("X-Forwarded-Host", "evil.example")
                .and("X-Forwarded-Proto", "gopher")
                .and("Forwarded", "for=198.51.100.7")
                .and("X-Real-IP", "198.51.100.7");
        return observe(
                        "headers/claims-of-the-client",
                        contract("claims-of-the-client"),
                        "Which of the fields that say where a request came from are taken from the client.")
                .then(ask("a", request))
                .then(accept("a"))
                .claims(whichArePassedOn())
                .failsUnder("forwards-clients-claims", "observed: all are passed on")
                .failsUnder("forwards-x-real-ip", "observed: some are passed on")
                .because("An origin may believe these fields only if the proxy replaces or removes what clients send."
                        + " Which it does is a matter of configuration, and best known before somebody tries.")
                .build();
    }

    private static Claim whichArePassedOn() {
        return either(
                way(
                        "none is passed on",
                        lacksToken(origin("a"), "X-Forwarded-Host", "evil.example"),
                        lacksToken(origin("a"), "X-Forwarded-Proto", "gopher"),
                        lacksToken(origin("a"), "Forwarded", "for=198.51.100.7"),
                        lacksToken(origin("a"), "X-Real-IP", "198.51.100.7")),
                way(
                        "all are passed on",
                        hasToken(origin("a"), "X-Forwarded-Host", "evil.example"),
                        hasToken(origin("a"), "X-Forwarded-Proto", "gopher"),
                        hasToken(origin("a"), "Forwarded", "for=198.51.100.7"),
                        hasToken(origin("a"), "X-Real-IP", "198.51.100.7")),
                way("some are passed on", seen(origin("a"), Sign.HEAD)),
                way("the request is not", status(client("a"), 400, 403)));
    }

    private static Case hostOnce() {
        return must("headers/host-once", rfc(9112, "3.2", "MUST"), "The origin sees exactly one Host.")
                .then(tunnel("a"))
                .claims(once(origin("a"), "Host"))
                .failsUnder("duplicates-host", "field Host once")
                .because("An origin must refuse a request with two (RFC 9112 §3.2), or picks the one that the proxy did"
                        + " not check.")
                .build();
    }

    private static Case hopByHopInAnswer() {
        HeadText answer = switching().and("Keep-Alive", "timeout=5").and("Proxy-Connection", "keep-alive");
        return should(
                        "headers/hop-by-hop-fields-removed-from-answer",
                        rfc(9110, "7.6.1", "SHOULD"),
                        "Fields of a 101 that are known to be meant for one hop do not reach the client.")
                .then(ask("a", opening("a")))
                .then(answer("a", answer))
                .claims(
                        status(client("a"), 101),
                        absent(client("a"), "Keep-Alive"),
                        absent(client("a"), "Proxy-Connection"))
                .failsUnder("relays-hop-by-hop", "field Keep-Alive absent")
                .because("They speak of the proxy's connection to the origin: a client that believes them manages a"
                        + " connection that it does not have.")
                .seenIn("golang/go#80875")
                .build();
    }

    private static Case cookiesInAnswer() {
        HeadText answer = switching().and("Set-Cookie", "one=1; Path=/").and("Set-Cookie", "two=2; HttpOnly");
        return should(
                        "headers/cookies-in-answer-kept",
                        contract("end-to-end-fields"),
                        "Cookies that the origin sets with its 101 reach the client, each in its own line.")
                .then(ask("a", opening("a")))
                .then(answer("a", answer))
                .claims(status(client("a"), 101), asSent(client("a"), "Set-Cookie"))
                .failsUnder("joins-set-cookie", "field Set-Cookie as sent")
                .because("Sticky sessions and logins ride on them; two joined into one are none.")
                .build();
    }
}
