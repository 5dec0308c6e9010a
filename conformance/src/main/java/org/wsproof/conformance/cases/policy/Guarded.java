package org.wsproof.conformance.cases.policy;

import static org.wsproof.conformance.cases.script.HeadText.opening;
import static org.wsproof.conformance.cases.script.HeadText.response;
import static org.wsproof.conformance.cases.script.Script.accept;
import static org.wsproof.conformance.cases.script.Script.ask;
import static org.wsproof.conformance.cases.script.Script.await;
import static org.wsproof.conformance.cases.script.Script.join;
import static org.wsproof.conformance.cases.script.Script.send;
import static org.wsproof.conformance.model.Endpoint.authority;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import java.util.Set;
import org.wsproof.conformance.cases.script.Claims;
import org.wsproof.conformance.cases.script.HeadText;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;
import org.wsproof.conformance.model.Step;

/** What the authority does in a script, and what becomes of who it does not let in, in short words. */
final class Guarded {
    static final HeadText YES = response("200 OK", "");
    static final HeadText NO = response("403 Forbidden", "");

    /** The authority's own status, or what a gateway says whose authority failed it. */
    private static final Set<Integer> REFUSALS = Set.of(401, 403, 407, 429, 500, 502, 503, 504);

    private Guarded() {}

    /** The authority is asked, and answers. */
    static List<Step> decides(String tag, HeadText answer) {
        return List.of(await(authority(tag), Sign.HEAD), send(authority(tag), answer));
    }

    /** An opening handshake that the authority allows and the origin accepts. */
    static List<Step> admitted(String tag) {
        return join(ask(tag, opening(tag)), join(decides(tag, YES), accept(tag)));
    }

    /** A good exchange that the origin must see: what had not reached it by then did not reach it. */
    static List<Step> fence() {
        return admitted("fence");
    }

    static Step answered(String tag) {
        return await(client(tag), Sign.HEAD, Span.seconds(1));
    }

    static Claim refused(String tag) {
        return new Claim.Status(client(tag), 1, REFUSALS);
    }

    /** Needs {@link #fence} beside it, and {@link Claims#fenceSeen}. */
    static Claim keptFromOrigin(String tag) {
        return Claims.never(origin(tag), Sign.HEAD);
    }

    /** The authority was asked about this request. */
    static Claim asked(String tag) {
        return Claims.seen(authority(tag), Sign.HEAD);
    }
}
