package org.wsproof.conformance.cases.isolation;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.HeadText.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import org.wsproof.conformance.model.Basis;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Step;
import org.wsproof.conformance.model.Step.Each;

/** Many tunnels, at once or one after the other, and what is left for everybody else. No times are judged here. */
final class CrowdCases {
    private static final Basis ISOLATION = contract("isolation");

    private CrowdCases() {}

    static List<Case> all() {
        return List.of(pending(), tunnels(), churn());
    }

    private static List<Step> served(String tag) {
        return join(ask(tag, request("GET", tag)), answer(tag, response("200 OK", "served")));
    }

    private static Case pending() {
        return should(
                        "isolation/pending-handshakes-spare-others",
                        ISOLATION,
                        "While an origin leaves 50 opening handshakes unanswered, other clients are served and get tunnels.")
                .because(
                        "One origin that hangs fills whatever is counted per request, and the whole site goes down with it.")
                .then(crowd("n", 50, ask("n", opening("n"))))
                .then(crowd("n", 50, List.of(await(origin("n"), Sign.HEAD))))
                .then(served("b"))
                .then(fence())
                .claims(status(client("b"), 200), status(client("fence"), 101))
                .failsUnder("pending-fill-up", "status 200 at client b")
                .build();
    }

    /** A target with a limit that it tells of is in order: 503, not silence. */
    private static Case tunnels() {
        return should(
                        "isolation/tunnels-spare-http",
                        ISOLATION,
                        "With 60 tunnels open a plain request is served, or refused in so many words.")
                .because(
                        "A tunnel lives for hours. Counted as a request it uses up a pool that was meant for requests of milliseconds.")
                .then(crowd("n", 60, tunnel("n")))
                .then(served("b"))
                .claims(
                        either(way("served", status(client("b"), 200)), way("refused", status(client("b"), 429, 503))),
                        status(client("n"), 101))
                .failsUnder("tunnels-eat-http", "status 200 at client b")
                .build();
    }

    private static Case churn() {
        List<Step> cycle = join(
                join(tunnel("n"), toOrigin("n", 1, Octets.binary(1, 40, 151))),
                join(
                        toClient("n", 1, Octets.binary(1, 40, 152)),
                        List.of(
                                finish(client("n"), Ending.FIN),
                                await(origin("n"), Sign.ENDED),
                                finish(origin("n"), Ending.FIN),
                                await(client("n"), Sign.ENDED))));
        return should(
                        "isolation/churn",
                        ISOLATION,
                        "Of 160 tunnels that are opened, used and ended one batch after the other each one works.")
                .because(
                        "Deployments and mobile networks make clients come and go all day. A slot, a buffer or a timer that is not given back shows only after many of them.")
                .seenIn("spring-cloud-gateway#874")
                .then(new Each("n", 160, 20, cycle))
                .then(fence())
                .claims(
                        status(client("n"), 101),
                        clientsOctetsArrive("n"),
                        originsOctetsArrive("n"),
                        seen(origin("n"), Sign.ENDED),
                        status(client("fence"), 101))
                .failsUnder("refuses-now-and-then", "but was: status 503")
                .build();
    }
}
