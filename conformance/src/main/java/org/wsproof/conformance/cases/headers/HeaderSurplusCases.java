package org.wsproof.conformance.cases.headers;

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
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Claim.Field.Rule;

/** Fields that say too much: two keys, two versions, more protocols than websocket. */
final class HeaderSurplusCases {
    private static final String KEYS = "dGhlIHNhbXBsZSBub25jZQ==, AAAAAAAAAAAAAAAAAAAAAA==";

    private HeaderSurplusCases() {}

    static List<Case> all() {
        return List.of(
                twice("headers/key-twice", "Sec-WebSocket-Key", KEYS),
                twice("headers/version-twice", "Sec-WebSocket-Version", "13, 8"),
                upgradeList(),
                upgradeLines());
    }

    /** The origin sees both in two lines or in one: RFC 9110 §5.3 lets whoever passes lines on combine them. */
    private static Case twice(String id, String name, String both) {
        String[] values = both.split(", ", 2);
        return should(
                        id,
                        contract("opening-as-it-is"),
                        "An opening handshake with two " + name + " fields is refused, or the origin sees both.")
                .then(offered(opening("a").with(name, values[0]).and(name, values[1]), response("400 Bad Request", "")))
                .claims(
                        either(
                                turnedDown(),
                                way("left to the origin", field(origin("a"), name, both), status(client("a"), 400))),
                        fenceSeen())
                .failsUnder("takes-first-key", "field " + name + " equal to " + both)
                .because("A proxy that picks one of two opens a tunnel for a handshake that the origin would have"
                        + " refused, and the client may have meant the other.")
                .build();
    }

    private static CaseBuilder websocketAlone(CaseBuilder which, HeadText request) {
        return which.then(offered(request, switching()))
                .claims(
                        either(
                                turnedDown(),
                                way(
                                        "forwarded with websocket alone",
                                        new Claim.Field(origin("a"), "Upgrade", Rule.ONLY_TOKENS, "websocket"),
                                        status(client("a"), 101)),
                                way("forwarded as plain HTTP", absent(origin("a"), "Upgrade"), originFailed("a"))),
                        fenceSeen())
                .failsUnder("forwards-upgrade-list", "field Upgrade with no token but websocket")
                .because("The origin may choose any protocol of the list: it switches to h2c, and the proxy relays"
                        + " unread what it takes for frames.")
                .seenIn("golang/go#80416");
    }

    private static Case upgradeList() {
        CaseBuilder which = should(
                "headers/upgrade-list",
                contract("other-protocols"),
                "Of several protocols in Upgrade the origin is offered websocket alone, or the request is refused.");
        return websocketAlone(which, opening("a").with("Upgrade", "websocket, h2c"))
                .build();
    }

    private static Case upgradeLines() {
        CaseBuilder which = should(
                "headers/upgrade-lines",
                contract("other-protocols"),
                "Of several Upgrade lines, websocket in the middle, the origin is offered websocket alone, or the request is refused.");
        HeadText request = opening("a")
                .with("Upgrade", "x-wsproof/1")
                .and("Upgrade", "websocket")
                .and("Upgrade", "x-wsproof/2");
        return websocketAlone(which, request).build();
    }
}
