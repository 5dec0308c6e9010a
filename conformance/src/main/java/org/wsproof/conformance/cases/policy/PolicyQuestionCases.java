package org.wsproof.conformance.cases.policy;

import static org.wsproof.conformance.cases.policy.Guarded.YES;
import static org.wsproof.conformance.cases.policy.Guarded.decides;
import static org.wsproof.conformance.cases.script.CaseBuilder.contract;
import static org.wsproof.conformance.cases.script.CaseBuilder.must;
import static org.wsproof.conformance.cases.script.CaseBuilder.observe;
import static org.wsproof.conformance.cases.script.CaseBuilder.should;
import static org.wsproof.conformance.cases.script.Claims.absent;
import static org.wsproof.conformance.cases.script.Claims.asSent;
import static org.wsproof.conformance.cases.script.Claims.either;
import static org.wsproof.conformance.cases.script.Claims.field;
import static org.wsproof.conformance.cases.script.Claims.lacksToken;
import static org.wsproof.conformance.cases.script.Claims.way;
import static org.wsproof.conformance.cases.script.HeadText.opening;
import static org.wsproof.conformance.cases.script.Script.accept;
import static org.wsproof.conformance.cases.script.Script.ask;
import static org.wsproof.conformance.model.Endpoint.authority;

import java.util.List;
import org.wsproof.conformance.cases.script.CaseBuilder;
import org.wsproof.conformance.cases.script.HeadText;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Profile;

/** What the authority is told: enough to decide, and nothing that is not its business. */
final class PolicyQuestionCases {
    private PolicyQuestionCases() {}

    static List<Case> all() {
        return List.of(target(), credentials(), noUpgrade(), handshakeFields());
    }

    private static CaseBuilder allowed(CaseBuilder which, HeadText request) {
        return which.on(Profile.GUARDED)
                .after("policy/200-lets-in")
                .then(ask("a", request))
                .then(decides("a", YES))
                .then(accept("a"));
    }

    /** An escape, since a target that decodes it has the authority decide on another resource than the origin serves. */
    private static Case target() {
        CaseBuilder which = must(
                "policy/authority-told-target",
                contract("authority-told"),
                "The authority is told the request target octet for octet.");
        return allowed(which, opening("a").startingWith("GET {target:a}&file=%2Fpublic%2F..%2Fsecret HTTP/1.1"))
                .claims(asSent(authority("a"), ":original-target"))
                .because(
                        "Where the authority reads another path than the origin, it allows one resource and the client gets another.")
                .failsUnder("tells-authority-decoded-target", "field :original-target as sent")
                .build();
    }

    private static Case credentials() {
        CaseBuilder which = should(
                "policy/authority-sees-credentials",
                contract("authority-told"),
                "The authority sees the client's Authorization, Cookie and Origin as they were sent.");
        return allowed(
                        which,
                        opening("a")
                                .and("Authorization", "Bearer abc.def.ghi")
                                .and("Cookie", "session=31d4d96e407aad42")
                                .and("Origin", "https://example.com"))
                .claims(
                        asSent(authority("a"), "Authorization"),
                        asSent(authority("a"), "Cookie"),
                        asSent(authority("a"), "Origin"))
                .because("An authority that does not see who asks can only let in everybody or nobody.")
                .failsUnder("authority-sees-no-credentials", "field Authorization as sent")
                .build();
    }

    private static Case noUpgrade() {
        CaseBuilder which = should(
                "policy/authority-asked-no-upgrade",
                contract("authority-told"),
                "The question to the authority asks for no upgrade.");
        return allowed(which, opening("a"))
                .claims(absent(authority("a"), "Upgrade"), lacksToken(authority("a"), "Connection", "upgrade"))
                .because(
                        "An authority that is itself a web framework answers an upgrade with 101, 400 or 426, none of which is a decision.")
                .failsUnder("asks-authority-to-upgrade", "field Upgrade absent")
                .build();
    }

    private static Case handshakeFields() {
        CaseBuilder which = observe(
                "policy/authority-sees-handshake",
                contract("authority-told"),
                "What the authority sees of the opening handshake: nothing, its key, or all of it.");
        return allowed(which, opening("a"))
                .claims(either(
                        way(
                                "nothing of it",
                                absent(authority("a"), "Upgrade"),
                                absent(authority("a"), "Sec-WebSocket-Key")),
                        way("the key without Upgrade", absent(authority("a"), "Upgrade")),
                        way("all of it", field(authority("a"), "Upgrade", "websocket"))))
                .because(
                        "A question without the handshake's fields is a plain request to any web framework; with them, it is whatever that framework makes of half a handshake.")
                .failsUnder("tells-authority-the-key", "the key without Upgrade")
                .failsUnder("asks-authority-to-upgrade", "all of it")
                .build();
    }
}
