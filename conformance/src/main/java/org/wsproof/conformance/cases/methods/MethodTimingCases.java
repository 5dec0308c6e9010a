package org.wsproof.conformance.cases.methods;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.HeadText.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Octets.Raw;
import org.wsproof.conformance.model.Sign;

/** An answer that does not wait for the end of the request. */
final class MethodTimingCases {
    /** A frame of 40 octets is 46 octets long, its mask included. */
    private static final Sign REST_AND_FRAME = new Sign(Sign.Kind.TUNNEL_OCTETS, 5 + 46);

    private MethodTimingCases() {}

    static List<Case> all() {
        return List.of(early101());
    }

    private static Case early101() {
        return observe(
                        "methods/switch-before-content-is-complete",
                        rfc(9110, "7.8", ""),
                        "What becomes of an upgrade with content that the origin grants before the content is complete.")
                .then(ask("a", opening("a").and("Content-Length", "10").followedBy("hello")))
                .then(
                        await(client("a"), Sign.HEAD, BRIEFLY),
                        send(origin("a"), switching()),
                        await(client("a"), Sign.HEAD, BRIEFLY),
                        send(client("a"), new Raw("world"), Octets.binary(1, 40, 23)),
                        await(origin("a"), REST_AND_FRAME, BRIEFLY))
                .claims(either(
                        way("refused", status(client("a"), 400, 403, 405, 411, 413, 426, 501)),
                        way("answered as a failure of the origin", originFailed("a")),
                        way("relayed as it came", status(client("a"), 101), seen(origin("a"), REST_AND_FRAME)),
                        way("relayed in part", status(client("a"), 101)),
                        way("no answer", never(client("a"), Sign.HEAD))))
                .failsUnder("body-becomes-frames", "observed: relayed as it came")
                .failsUnder("silent-on-bad-head", "observed: no answer")
                .because("A client must have sent its whole request before it speaks the new protocol; nothing keeps an"
                        + " origin from switching sooner. The rest of the content then stands in front of the first frame: a"
                        + " proxy that loses count of it garbles the tunnel.")
                .seenIn("CVE-2026-58055")
                .build();
    }
}
