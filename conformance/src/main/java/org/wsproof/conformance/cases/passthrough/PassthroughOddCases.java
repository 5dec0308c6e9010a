package org.wsproof.conformance.cases.passthrough;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import org.wsproof.conformance.cases.script.CaseBuilder;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Octets.Frame;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;

/** Frames that an end has to refuse: what a proxy does with them shows how much it reads. */
final class PassthroughOddCases {
    private PassthroughOddCases() {}

    static List<Case> all() {
        return List.of(reservedOpcode(), badUtf8());
    }

    /** The client sends a frame that an end would have to refuse; a tunnel may pass it on or refuse it. */
    private static CaseBuilder odd(CaseBuilder which, int code, Frame frame) {
        return which.then(tunnel("a"))
                .then(send(client("a"), frame), await(origin("a"), Sign.FRAME, Span.seconds(1)))
                .claims(either(
                        way("passed on", clientsOctetsArrive("a")),
                        way("closed with " + code, seen(client("a"), Sign.close(code))),
                        way(
                                "ended without a Close",
                                seen(client("a"), Sign.ENDED),
                                never(client("a"), Sign.close(Sign.ANY_CODE)))));
    }

    private static Case reservedOpcode() {
        CaseBuilder which = observe(
                        "passthrough/reserved-opcode",
                        rfc(6455, "5.2", "MUST"),
                        "What becomes of a frame with a reserved opcode.")
                .because("It shows whether the proxy reads frames. One that does decides which future protocols "
                        + "its users may speak.");
        return odd(which, 1002, new Frame(true, 0, 3, "reserved"))
                .failsUnder("closes-on-reserved-opcode", "observed: closed with 1002")
                .failsUnder("ends-on-reserved-opcode", "observed: ended without a Close")
                .build();
    }

    private static Case badUtf8() {
        CaseBuilder which = observe(
                        "passthrough/text-not-utf-8",
                        rfc(6455, "8.1", "MUST"),
                        "What becomes of a text message that is not UTF-8.")
                .because("It shows whether the proxy reads content, and how it ends a tunnel that it will not "
                        + "relay.");
        return odd(which, 1007, new Frame(true, 0, 1, "\u00c3("))
                .failsUnder("closes-on-bad-utf8", "observed: closed with 1007")
                .failsUnder("ends-on-bad-utf8", "observed: ended without a Close")
                .build();
    }
}
