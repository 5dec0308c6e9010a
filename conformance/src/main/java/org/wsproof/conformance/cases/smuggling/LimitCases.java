package org.wsproof.conformance.cases.smuggling;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.HeadText.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.cases.script.Strictness.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import org.wsproof.conformance.cases.script.HeadText;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Octets.Raw;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;

/** Heads that are too much: refused or passed on whole, never in part, and the target lives. */
final class LimitCases {
    private LimitCases() {}

    static List<Case> all() {
        return List.of(manyFields(), largeField(), longTarget(), slowHead());
    }

    private static Case manyFields() {
        HeadText request = opening("a");
        for (int i = 0; i < 2_000; i++) {
            request = request.and("X-" + i, String.valueOf(i));
        }
        return must(
                        "smuggling/fields-by-the-thousand",
                        rfc(9110, "5.4", "MUST"),
                        "A request of 2,000 fields is answered with a 4xx, or goes on with all of them; the next one is served.")
                .then(offered(request.and("X-Last", "here"), switching()))
                .claims(
                        either(turnedDown(), closedUnanswered(), way("whole", field(origin("a"), "X-Last", "here"))),
                        fenceSeen())
                .failsUnder("forwards-first-fields-only", "field X-Last equal to here")
                .because("A proxy that drops what it has no room for drops the field that an access rule needs; one"
                        + " that has no limit can be brought down with a single request.")
                .seenIn("CVE-2024-37890")
                .build();
    }

    private static Case largeField() {
        return must(
                        "smuggling/field-of-200-kib",
                        rfc(9110, "5.4", "MUST"),
                        "A request with a field of 200 KiB is answered with a 4xx, or goes on as it is; the next one is served.")
                .then(offered(opening("a").and("X-Large", "x".repeat(200 << 10)), switching()))
                .claims(
                        either(turnedDown(), closedUnanswered(), way("whole", asSent(origin("a"), "X-Large"))),
                        fenceSeen())
                .failsUnder("cuts-large-values", "field X-Large as sent")
                .because("A value that is cut where a buffer ends is another value: half a token, half a cookie, half"
                        + " a rule.")
                .build();
    }

    private static Case longTarget() {
        HeadText request = opening("a").startingWith("GET {target:a}&p=" + "x".repeat(40_000) + " HTTP/1.1");
        return must(
                        "smuggling/target-of-40-kb",
                        rfc(9112, "3", "MUST"),
                        "A request target of 40 KB is answered with a 4xx, or goes on as it is; the next one is served.")
                .then(offered(request, switching()))
                .claims(
                        either(turnedDown(), closedUnanswered(), way("whole", asSent(origin("a"), ":target"))),
                        fenceSeen())
                .failsUnder("cuts-long-targets", "field :target as sent")
                .because("A target that is cut asks for something else than the client did.")
                .build();
    }

    private static Case slowHead() {
        Raw head = opening("a").and("X-Slow", "x".repeat(200)).octets();
        return should(
                        "smuggling/slow-head",
                        contract("slow-head"),
                        "A client that sends its request's head ever so slowly is cut off after the declared time.")
                .on(Profile.SHORT_TIMERS)
                .then(open("a"), trickle(client("a"), 4, Span.head(0.1), head))
                .then(await(client("a"), Sign.ENDED, Span.head(2)))
                .then(fence())
                .claims(
                        never(origin("a"), Sign.HEAD),
                        within(Span.head(1), client("a"), Sign.CONNECTED, Sign.ENDED),
                        fenceSeen())
                .failsUnder("no-head-timer", "end never seen")
                .because("A head that never ends costs the client a few octets a second and the proxy a connection:"
                        + " some thousand of them shut everybody else out.")
                .build();
    }
}
