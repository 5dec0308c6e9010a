package org.wsproof.conformance.cases.policy;

import static org.wsproof.conformance.cases.policy.Guarded.answered;
import static org.wsproof.conformance.cases.policy.Guarded.asked;
import static org.wsproof.conformance.cases.policy.Guarded.fence;
import static org.wsproof.conformance.cases.policy.Guarded.keptFromOrigin;
import static org.wsproof.conformance.cases.policy.Guarded.refused;
import static org.wsproof.conformance.cases.script.CaseBuilder.contract;
import static org.wsproof.conformance.cases.script.CaseBuilder.must;
import static org.wsproof.conformance.cases.script.CaseBuilder.should;
import static org.wsproof.conformance.cases.script.Claims.fenceSeen;
import static org.wsproof.conformance.cases.script.HeadText.opening;
import static org.wsproof.conformance.cases.script.Script.answerIfAsked;
import static org.wsproof.conformance.cases.script.Script.ask;
import static org.wsproof.conformance.cases.script.Script.await;
import static org.wsproof.conformance.cases.script.Script.finish;
import static org.wsproof.conformance.cases.script.Script.send;
import static org.wsproof.conformance.model.Endpoint.authority;
import static org.wsproof.conformance.model.Endpoint.client;

import java.util.List;
import org.wsproof.conformance.cases.script.CaseBuilder;
import org.wsproof.conformance.cases.script.HeadText;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.model.Listening;
import org.wsproof.conformance.model.Octets.Raw;
import org.wsproof.conformance.model.Peer;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;
import org.wsproof.conformance.model.Step;

/** An authority that fails lets nobody in. */
final class PolicyFailureCases {
    private PolicyFailureCases() {}

    static List<Case> all() {
        return List.of(garbage(), unanswered(), silent(), silenceIsBounded(), down());
    }

    private static CaseBuilder refusing(String id, String sentence, Step... authoritys) {
        return must(id, contract("fail-closed"), sentence)
                .on(Profile.GUARDED)
                .after("policy/200-lets-in")
                .then(ask("a", opening("a")))
                .then(await(authority("a"), Sign.HEAD))
                .then(authoritys);
    }

    private static Case garbage() {
        return refusing(
                        "policy/answer-is-no-http",
                        "An authority whose answer is no HTTP lets nobody in.",
                        send(authority("a"), new Raw("OK, let them in\r\n\r\n")),
                        finish(authority("a"), Ending.FIN),
                        answered("a"))
                .then(fence())
                .claims(asked("a"), refused("a"), keptFromOrigin("a"), fenceSeen())
                .because(
                        "A crashed authorization server, or another program on its port, must not open the door it guards.")
                .failsUnder("lets-in-on-garbage", "no head at origin a")
                .build();
    }

    private static Case unanswered() {
        return refusing(
                        "policy/authority-ends-unanswered",
                        "An authority that ends the connection without an answer lets nobody in.",
                        finish(authority("a"), Ending.FIN),
                        answered("a"))
                .then(fence())
                .claims(asked("a"), refused("a"), keptFromOrigin("a"), fenceSeen())
                .because(
                        "An authorization server that dies over a request is what an attacker would provoke, if that let the request in.")
                .failsUnder("lets-in-unanswered", "no head at origin a")
                .build();
    }

    private static Case silent() {
        return refusing(
                        "policy/silent-authority",
                        "An authority that does not answer lets nobody in.",
                        await(client("a"), Sign.HEAD, Span.authority(2)))
                .then(fence())
                .claims(asked("a"), refused("a"), keptFromOrigin("a"), fenceSeen())
                .because(
                        "An overloaded authorization server answers nobody: if that lets people in, enough requests are a key.")
                .failsUnder("lets-in-on-silence", "no head at origin a")
                .build();
    }

    private static Case silenceIsBounded() {
        return should(
                        "policy/silent-authority-is-bounded",
                        contract("fail-closed"),
                        "A client whose authority does not answer is told within the time that the target declares for it.")
                .on(Profile.GUARDED)
                .after("policy/200-lets-in")
                .then(ask("a", opening("a")))
                .then(await(authority("a"), Sign.HEAD), await(client("a"), Sign.HEAD, Span.authority(2)))
                .claims(new Claim.Between(
                        authority("a"), Sign.HEAD, client("a"), Sign.HEAD, Span.seconds(0), Span.authority(1)))
                .because(
                        "Each client that waits for ever holds a connection and a buffer: an authorization server that hangs takes the gateway with it.")
                .failsUnder("authority-timer-late", "head at client a within 0 ms to")
                .build();
    }

    /** No fence: nothing can be let in while nobody can be asked. The origin would accept whatever came. */
    private static Case down() {
        return must(
                        "policy/authority-down",
                        contract("fail-closed"),
                        "An authority that refuses connections lets nobody in.")
                .on(Profile.GUARDED)
                .after("policy/200-lets-in")
                .then(new Step.Listen(Peer.AUTHORITY, Listening.REFUSING, ""))
                .then(ask("a", opening("a")))
                .then(answerIfAsked("a", HeadText.switching()))
                .claims(refused("a"))
                .because("Authorization servers are restarted, and the door is not to stand open in the meantime.")
                .failsUnder("lets-in-when-authority-is-down", "but was: status 101")
                .build();
    }
}
