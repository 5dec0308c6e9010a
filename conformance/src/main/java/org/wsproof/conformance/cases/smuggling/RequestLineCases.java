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
import org.wsproof.conformance.model.Sign;

/** The request line and Host: which resource is asked for, and of whom. */
final class RequestLineCases {
    private RequestLineCases() {}

    static List<Case> all() {
        return List.of(surplusWord(), noHost(), twoHosts(), malformedHost(), absoluteForm(), dotSegments());
    }

    private static Case surplusWord() {
        return should(
                        "smuggling/request-line-of-four-words",
                        rfc(9112, "3.2", "SHOULD"),
                        "A request line with a space in its target is refused, or answered with a redirect.")
                .then(offered(opening("a").startingWith("GET {target:a} surplus HTTP/1.1"), switching()))
                .claims(
                        either(
                                turnedDown(),
                                closedUnanswered(),
                                way("redirected", never(origin("a"), Sign.HEAD), status(client("a"), 301))),
                        fenceSeen())
                .failsUnder("takes-surplus-words", "no head at origin a")
                .because("Where one recipient ends the target at the first space and the next at the last, a filter on"
                        + " paths is looked at and passed by.")
                .build();
    }

    private static CaseBuilder refused(CaseBuilder which, HeadText request) {
        return which.then(offered(request, switching()))
                .claims(either(turnedDown(), closedUnanswered()), fenceSeen())
                .because("Virtual hosts, caches and access rules go by Host: where two recipients find two hosts in a"
                        + " request, a client chooses whose rules it is under.");
    }

    private static Case noHost() {
        CaseBuilder which = must(
                "smuggling/host-missing", rfc(9112, "3.2", "MUST"), "An HTTP/1.1 request without Host is refused.");
        return refused(which, opening("a").without("Host"))
                .failsUnder("takes-no-host", "no head at origin a")
                .build();
    }

    private static Case twoHosts() {
        CaseBuilder which =
                must("smuggling/host-twice", rfc(9112, "3.2", "MUST"), "A request with two Host fields is refused.");
        return refused(which, opening("a").and("Host", "other.example"))
                .failsUnder("takes-two-hosts", "no head at origin a")
                .seenIn("CVE-2025-12543")
                .build();
    }

    private static Case malformedHost() {
        CaseBuilder which = must(
                "smuggling/host-malformed", rfc(9112, "3.2", "MUST"), "A request whose Host names no host is refused.");
        return refused(which, opening("a").with("Host", "{host}/?x@other.example"))
                .failsUnder("takes-any-host", "no head at origin a")
                .seenIn("CVE-2025-12543")
                .build();
    }

    private static Case absoluteForm() {
        HeadText request = opening("a")
                .startingWith("GET http://{host}{target:a} HTTP/1.1")
                .with("Host", "other.example");
        return must(
                        "smuggling/host-beside-absolute-form",
                        rfc(9112, "3.2.2", "MUST"),
                        "Where the request target names the host, another one in Host does not reach the origin.")
                .then(offered(request, switching()))
                .claims(
                        either(
                                turnedDown(),
                                closedUnanswered(),
                                way("Host ignored", lacksToken(origin("a"), "Host", "other.example"))),
                        fenceSeen())
                .failsUnder("keeps-host-beside-absolute-form", "field Host without token other.example")
                .because("The proxy routes by the host in the target, the origin serves the one in Host: a client gets"
                        + " at a site that this route should not lead to.")
                .build();
    }

    private static Case dotSegments() {
        return observe(
                        "smuggling/dot-segments",
                        contract("request-target"),
                        "Whether a path with dot segments reaches the origin as it was written.")
                .then(offered(opening("a").startingWith("GET /a/%2e%2e{target:a} HTTP/1.1"), switching()))
                .claims(
                        either(
                                turnedDown(),
                                closedUnanswered(),
                                way("passed on as written", asSent(origin("a"), ":target")),
                                way("passed on changed", seen(origin("a"), Sign.HEAD))),
                        fenceSeen())
                .failsUnder("normalises-path", "observed: passed on changed")
                .failsUnder("refuses-dot-segments", "observed: turned down")
                .because("An access rule on a path holds only if proxy and origin read the path alike: whoever writes"
                        + " such rules must know which of the two resolves the dots.")
                .seenIn("CVE-2024-1459")
                .build();
    }
}
