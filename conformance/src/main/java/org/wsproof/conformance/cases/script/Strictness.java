package org.wsproof.conformance.cases.script;

import static org.wsproof.conformance.cases.script.Claims.never;
import static org.wsproof.conformance.cases.script.Claims.seen;
import static org.wsproof.conformance.cases.script.Claims.status;
import static org.wsproof.conformance.cases.script.Claims.way;
import static org.wsproof.conformance.cases.script.Script.BRIEFLY;
import static org.wsproof.conformance.cases.script.Script.await;
import static org.wsproof.conformance.cases.script.Script.fence;
import static org.wsproof.conformance.cases.script.Script.join;
import static org.wsproof.conformance.cases.script.Script.open;
import static org.wsproof.conformance.cases.script.Script.send;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.ArrayList;
import java.util.List;
import org.wsproof.conformance.model.Claim.Alternative;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Step;

/** What a target may do with a request that it need not take. */
public final class Strictness {
    private Strictness() {}

    /** The head with one more line, just as it stands. */
    public static HeadText line(HeadText head, String line) {
        List<String> lines = new ArrayList<>(head.fields());
        lines.add(line);
        return new HeadText(head.startLine(), List.copyOf(lines), head.content());
    }

    /** The head with this line before all others. */
    public static HeadText firstLine(HeadText head, String line) {
        List<String> lines = new ArrayList<>(List.of(line));
        lines.addAll(head.fields());
        return new HeadText(head.startLine(), List.copyOf(lines), head.content());
    }

    /** The client asks; a target that does not refuse gets this answer from the origin; and then the fence. */
    public static List<Step> offered(HeadText request, HeadText answer) {
        List<Step> steps = List.of(
                open("a"),
                send(client("a"), request),
                await(client("a"), Sign.HEAD, BRIEFLY),
                send(origin("a"), answer),
                await(client("a"), Sign.HEAD));
        return join(steps, fence());
    }

    /** By a status that blames the request; needs {@code fenceSeen} beside it. */
    public static Alternative turnedDown() {
        return way(
                "turned down",
                never(origin("a"), Sign.HEAD),
                status(client("a"), 400, 403, 404, 405, 408, 411, 413, 414, 417, 421, 426, 431, 501, 505));
    }

    /** Without a word: nobody gets in that way either. Needs {@code fenceSeen} beside it. */
    public static Alternative closedUnanswered() {
        return way(
                "closed unanswered",
                never(origin("a"), Sign.HEAD),
                never(client("a"), Sign.HEAD),
                seen(client("a"), Sign.ENDED));
    }
}
