package org.wsproof.conformance.cases.headers;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.HeadText.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import org.wsproof.conformance.model.Case;

/** Fields that are nothing to the target: the ends' own, both ways. */
final class HeaderPassingCases {
    private static final String PLAIN = "X-Wsproof-Plain";
    private static final String LONG = "X-Wsproof-Long";
    private static final String QUOTED = "X-Wsproof-Quoted";
    private static final String LIST = "X-Wsproof-List";
    private static final String LONG_VALUE = "0123456789abcdef".repeat(128);
    private static final String QUOTED_VALUE = "a=\"b, c\\\"; d\"; e*=UTF-8''%e2%82%ac";

    private HeaderPassingCases() {}

    static List<Case> all() {
        return List.of(ofRequest(), ofAnswer(), repeatedInRequest(), repeatedInAnswer());
    }

    private static Case ofRequest() {
        return should(
                        "headers/unknown-fields-kept",
                        contract("unknown-fields"),
                        "Fields of the opening handshake that the proxy does not know reach the origin as they were sent.")
                .then(ask(
                        "a", opening("a").and(PLAIN, "1").and(LONG, LONG_VALUE).and(QUOTED, QUOTED_VALUE)))
                .then(accept("a"))
                .claims(
                        asSent(origin("a"), PLAIN),
                        asSent(origin("a"), LONG),
                        asSent(origin("a"), QUOTED),
                        status(client("a"), 101))
                .failsUnder("drops-unknown-fields", "field X-Wsproof-Plain as sent")
                .because("Tokens, trace identifiers and the names of tenants travel in fields of the application's own."
                        + " Where upgrades lose them, only the live part of an application fails.")
                .build();
    }

    private static Case ofAnswer() {
        return should(
                        "headers/unknown-fields-of-answer-kept",
                        contract("unknown-fields"),
                        "Fields of the 101 that the proxy does not know reach the client as the origin sent them.")
                .then(ask("a", opening("a")))
                .then(answer(
                        "a", switching().and(PLAIN, "1").and(LONG, LONG_VALUE).and(QUOTED, QUOTED_VALUE)))
                .claims(
                        status(client("a"), 101),
                        field(client("a"), PLAIN, "1"),
                        field(client("a"), LONG, LONG_VALUE),
                        field(client("a"), QUOTED, QUOTED_VALUE))
                .failsUnder("drops-unknown-fields", "field X-Wsproof-Plain equal to 1")
                .because("What an origin tells its client with the 101, a session's number or a server to come back to,"
                        + " is missing, and the client can't know that it was ever there.")
                .build();
    }

    /** One line with all values in order is the same (RFC 9110 §5.3). */
    private static Case repeatedInRequest() {
        return should(
                        "headers/repeated-fields-in-order",
                        contract("unknown-fields"),
                        "The values of a field that stands in several lines reach the origin in the order in which they were sent.")
                .then(ask(
                        "a",
                        opening("a")
                                .and(LIST, "one")
                                .and("X-Kept", "1")
                                .and(LIST, "two")
                                .and(LIST, "three")))
                .then(accept("a"))
                .claims(field(origin("a"), LIST, "one, two, three"), status(client("a"), 101))
                .failsUnder("reverses-repeated-fields", "field X-Wsproof-List equal to one, two, three")
                .because("The order is part of the meaning: the last address of a list, or the first choice.")
                .build();
    }

    private static Case repeatedInAnswer() {
        return should(
                        "headers/repeated-fields-of-answer-in-order",
                        contract("unknown-fields"),
                        "The values of a field that stands in several lines of the 101 reach the client in the order in which they were sent.")
                .then(ask("a", opening("a")))
                .then(answer(
                        "a",
                        switching()
                                .and(LIST, "one")
                                .and("X-Kept", "1")
                                .and(LIST, "two")
                                .and(LIST, "three")))
                .claims(status(client("a"), 101), field(client("a"), LIST, "one, two, three"))
                .failsUnder("reverses-repeated-fields", "field X-Wsproof-List equal to one, two, three")
                .because("The order is part of the meaning: a client that takes the first of several offers takes the"
                        + " wrong one.")
                .build();
    }
}
