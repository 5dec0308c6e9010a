package org.wsproof.conformance.cases.policy;

import static org.wsproof.conformance.cases.policy.Guarded.admitted;
import static org.wsproof.conformance.cases.policy.Guarded.answered;
import static org.wsproof.conformance.cases.policy.Guarded.asked;
import static org.wsproof.conformance.cases.policy.Guarded.decides;
import static org.wsproof.conformance.cases.policy.Guarded.fence;
import static org.wsproof.conformance.cases.policy.Guarded.keptFromOrigin;
import static org.wsproof.conformance.cases.policy.Guarded.refused;
import static org.wsproof.conformance.cases.script.CaseBuilder.contract;
import static org.wsproof.conformance.cases.script.CaseBuilder.must;
import static org.wsproof.conformance.cases.script.CaseBuilder.should;
import static org.wsproof.conformance.cases.script.Claims.clientsOctetsArrive;
import static org.wsproof.conformance.cases.script.Claims.fenceSeen;
import static org.wsproof.conformance.cases.script.Claims.field;
import static org.wsproof.conformance.cases.script.Claims.originsOctetsArrive;
import static org.wsproof.conformance.cases.script.Claims.status;
import static org.wsproof.conformance.cases.script.HeadText.opening;
import static org.wsproof.conformance.cases.script.HeadText.response;
import static org.wsproof.conformance.cases.script.Script.ask;
import static org.wsproof.conformance.cases.script.Script.toClient;
import static org.wsproof.conformance.cases.script.Script.toOrigin;
import static org.wsproof.conformance.model.Endpoint.client;

import java.util.List;
import org.wsproof.conformance.cases.script.HeadText;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Profile;

/** An authority that answers: 200 lets in, and nothing else does. */
final class PolicyAnswerCases {
    private static final String FIRST = "policy/200-lets-in";
    private static final HeadText CHALLENGE =
            response("401 Unauthorized", "").and("WWW-Authenticate", "Basic realm=\"chat\"");

    private PolicyAnswerCases() {}

    static List<Case> all() {
        return List.of(
                allowed(),
                denied("policy/401-refuses", CHALLENGE, "takes-403-alone-for-no"),
                denied("policy/403-refuses", response("403 Forbidden", ""), "does-not-wait-for-authority"),
                denied("policy/429-refuses", response("429 Too Many Requests", ""), "takes-403-alone-for-no"),
                denied(
                        "policy/302-refuses",
                        response("302 Found", "").and("Location", "/login"),
                        "lets-in-on-redirect"),
                denied("policy/500-refuses", response("500 Internal Server Error", ""), "lets-in-on-authority-error"),
                denialTold());
    }

    private static Case allowed() {
        return must(
                        FIRST,
                        contract("authority-first"),
                        "A request that the authority answers 200 to reaches the origin, and its tunnel works.")
                .on(Profile.GUARDED)
                .then(admitted("a"))
                .then(toOrigin("a", 1, Octets.text(201)))
                .then(toClient("a", 1, Octets.text(202)))
                .claims(asked("a"), status(client("a"), 101), clientsOctetsArrive("a"), originsOctetsArrive("a"))
                .because("A gateway that refuses everybody passes every case of refusal, and is of no use.")
                .failsUnder("refuses-200", "but was: status 500")
                .build();
    }

    private static Case denied(String id, HeadText answer, String fault) {
        String status = answer.startLine().split(" ", 3)[1];
        return must(
                        id,
                        contract("authority-first"),
                        "A request that the authority answers " + status
                                + " to is refused, and never reaches the origin.")
                .on(Profile.GUARDED)
                .after(FIRST)
                .then(ask("a", opening("a")))
                .then(decides("a", answer))
                .then(answered("a"))
                .then(fence())
                .claims(asked("a"), refused("a"), keptFromOrigin("a"), fenceSeen())
                .because(
                        "A proxy whose rules look at plain requests only, and pass upgrades by, leaves the WebSocket open to anybody.")
                .seenIn("kong#8039", "vicanso/pingap#215")
                .failsUnder(fault, "no head at origin a")
                .build();
    }

    private static Case denialTold() {
        return should(
                        "policy/401-told",
                        contract("denial-told"),
                        "A client that the authority answers 401 to is told so, with the challenge.")
                .on(Profile.GUARDED)
                .after(FIRST)
                .then(ask("a", opening("a")))
                .then(decides("a", CHALLENGE))
                .then(answered("a"))
                .claims(status(client("a"), 401), field(client("a"), "WWW-Authenticate", "Basic realm=\"chat\""))
                .because(
                        "A browser or a client library that gets 500 does not ask for credentials: its user is locked out and does not know why.")
                .failsUnder("flattens-denials", "but was: status 500")
                .build();
    }
}
