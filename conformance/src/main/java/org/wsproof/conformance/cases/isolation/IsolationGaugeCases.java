package org.wsproof.conformance.cases.isolation;

import static org.wsproof.conformance.cases.script.CaseBuilder.contract;
import static org.wsproof.conformance.cases.script.CaseBuilder.should;
import static org.wsproof.conformance.cases.script.HeadText.opening;
import static org.wsproof.conformance.cases.script.HeadText.response;
import static org.wsproof.conformance.cases.script.Script.BRIEFLY;
import static org.wsproof.conformance.cases.script.Script.answer;
import static org.wsproof.conformance.cases.script.Script.ask;
import static org.wsproof.conformance.cases.script.Script.await;
import static org.wsproof.conformance.cases.script.Script.finish;
import static org.wsproof.conformance.cases.script.Script.join;
import static org.wsproof.conformance.cases.script.Script.operate;
import static org.wsproof.conformance.cases.script.Script.tunnel;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.operator;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import java.util.function.Function;
import org.wsproof.conformance.cases.script.CaseBuilder;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Step;
import org.wsproof.conformance.model.Step.Figure;
import org.wsproof.conformance.model.Step.Operation;

/**
 * What is over leaves nothing behind. A target may open a few descriptors more as it goes on, for a log or a pool: a leak
 * is one each time, ten times as many as are allowed.
 */
final class IsolationGaugeCases {
    private static final int TIMES = 200;
    private static final int AT_ONCE = 25;
    private static final int SLACK = 20;
    private static final Sign SECOND_READING = new Sign(Sign.Kind.OPERATED, 2);

    private IsolationGaugeCases() {}

    static List<Case> all() {
        return List.of(afterTunnels(), afterRefusals(), afterAborts());
    }

    /** What the target opens once, it opens before the first reading. */
    private static CaseBuilder nothingLeft(CaseBuilder which, Function<String, List<Step>> steps) {
        return which.on(Profile.DISPOSABLE)
                .then(new Step.Each("first", AT_ONCE, AT_ONCE, steps.apply("first")))
                .then(operate(Operation.GAUGE))
                .then(new Step.Each("n", TIMES, AT_ONCE, steps.apply("n")))
                .then(operate(Operation.GAUGE))
                .claims(
                        new Claim.AtMost(operator(Figure.DESCRIPTORS), SECOND_READING, SLACK),
                        new Claim.AtMost(operator(Figure.BACKSIDE_CONNECTIONS), SECOND_READING, SLACK));
    }

    private static Case afterTunnels() {
        CaseBuilder which = should(
                "isolation/descriptors-after-tunnels",
                contract("ends"),
                "Tunnels that have ended leave no file descriptor and no connection to the origin behind.");
        return nothingLeft(
                        which,
                        tag -> join(
                                tunnel(tag),
                                List.of(
                                        finish(client(tag), Ending.FIN),
                                        await(origin(tag), Sign.ENDED),
                                        finish(origin(tag), Ending.FIN),
                                        await(client(tag), Sign.ENDED))))
                .because("One descriptor a tunnel, and the proxy accepts nobody after a day.")
                .seenIn("traefik#3165")
                .failsUnder("leaks-ended-tunnels", "operation 2 at operator descriptors at most 20")
                .build();
    }

    private static Case afterRefusals() {
        CaseBuilder which = should(
                "isolation/descriptors-after-refusals",
                contract("ends"),
                "Upgrades that the origin has refused leave no file descriptor and no connection to the origin behind.");
        return nothingLeft(
                        which,
                        tag -> join(
                                join(ask(tag, opening(tag)), answer(tag, response("403 Forbidden", ""))),
                                List.of(finish(client(tag), Ending.FIN), await(client(tag), Sign.ENDED))))
                .because(
                        "Refused upgrades cost an attacker nothing: a descriptor each, and the proxy is down in minutes.")
                .seenIn("go#80875")
                .failsUnder("keeps-backside-after-refusal", "operation 2 at operator descriptors at most 20")
                .build();
    }

    private static Case afterAborts() {
        CaseBuilder which = should(
                "isolation/descriptors-after-aborts",
                contract("ends"),
                "Clients that reset before they are answered leave no file descriptor and no connection to the origin behind.");
        return nothingLeft(
                        which,
                        tag -> join(
                                ask(tag, opening(tag)),
                                List.of(
                                        await(origin(tag), Sign.HEAD),
                                        finish(client(tag), Ending.RST),
                                        await(origin(tag), Sign.ENDED, BRIEFLY))))
                .because("Clients leave before they are answered all the time, most of all when the origin is slow.")
                .failsUnder("leaks-aborted-clients", "operation 2 at operator descriptors at most 20")
                .build();
    }
}
