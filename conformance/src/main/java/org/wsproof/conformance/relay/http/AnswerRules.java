package org.wsproof.conformance.relay.http;

import java.util.List;
import java.util.Locale;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.relay.fault.Faults;
import org.wsproof.conformance.relay.http.HeadSource.Reading;
import org.wsproof.conformance.wire.Head;
import org.wsproof.conformance.wire.OpeningHandshake;

/** Decides what an origin's answer is. Only a valid 101 to a request that asked for it makes a tunnel (RFC 9110 §7.8). */
public final class AnswerRules {
    private final Faults faults;

    public AnswerRules(Faults faults) {
        this.faults = faults;
    }

    /** What an answer is. */
    public enum Kind {
        INTERIM,
        SWITCH,
        FINAL,
        /** A fault takes what it is not for a switch: relayed as it stands. */
        RAW_SWITCH
    }

    /**
     * Judges a head that was read.
     *
     * @throws Refused if it can't be relayed: 502, or 504 where it did not come in time
     */
    public Kind judge(Reading reading, Request request) throws Refused {
        Head head = complete(reading);
        int status = head.status();
        if (status < 0) {
            throw Refused.staying(502, "the origin's answer is no HTTP");
        }
        if (head.interim()) {
            return faults.has(Fault.FIRST_INTERIM_IS_FINAL) ? Kind.FINAL : Kind.INTERIM;
        }
        if (status == 101) {
            checkSwitch(head, request);
            return Kind.SWITCH;
        }
        return request.upgrade() ? refusal(head, request) : Kind.FINAL;
    }

    private static Head complete(Reading reading) throws Refused {
        return switch (reading.state()) {
            case COMPLETE ->
                reading.head().orElseThrow(() -> Refused.staying(502, "the origin's answer has no status line"));
            case GARBAGE -> throw Refused.staying(502, "the origin's answer is no HTTP");
            case LINE_TOO_LONG, TOO_LARGE -> throw Refused.staying(502, "the origin's answer has too large a head");
            case SILENT, LATE -> throw Refused.staying(504, "the origin did not answer in time");
            case NOTHING, CUT -> throw Refused.staying(502, "the origin ended without a complete answer");
        };
    }

    private void checkSwitch(Head head, Request request) throws Refused {
        if (!request.upgrade() && !faults.has(Fault.RELAYS_UNASKED_101)) {
            throw Refused.staying(502, "the origin switches protocols, and nobody asked it to");
        }
        if (!head.word(0).equals("HTTP/1.1") && !faults.has(Fault.ACCEPTS_101_IN_HTTP_1_0)) {
            throw Refused.staying(502, "the origin switches protocols in " + head.word(0));
        }
        if (faults.has(Fault.CHECKS_ACCEPT) && !accepts(head, request.head())) {
            throw Refused.staying(502, "the origin's 101 is the answer to another key");
        }
        List<String> protocols = head.tokens("Upgrade");
        if (protocols.isEmpty() && faults.has(Fault.ACCEPTS_101_WITHOUT_UPGRADE)) {
            return;
        }
        boolean connection = faults.has(Fault.ANSWER_EXACT_MATCH)
                ? head.joined("Connection").equalsIgnoreCase("upgrade")
                : head.tokens("Connection").contains("upgrade");
        if (!connection) {
            throw Refused.staying(502, "the origin's 101 has no upgrade option");
        }
        boolean asked = !request.upgrade() || protocols.equals(request.head().tokens("Upgrade"));
        if (!asked && !faults.has(Fault.ACCEPTS_OTHER_PROTOCOL)) {
            throw Refused.staying(
                    502,
                    "the origin switches to '" + String.join(", ", protocols).toLowerCase(Locale.ROOT) + "'");
        }
    }

    private static boolean accepts(Head answer, Head request) {
        String key = request.joined("Sec-WebSocket-Key");
        return answer.joined("Sec-WebSocket-Accept").equals(OpeningHandshake.accept(key));
    }

    private Kind refusal(Head head, Request request) throws Refused {
        boolean other = !request.head().joined("Sec-WebSocket-Version").equals("13");
        if (faults.has(Fault.TUNNELS_ON_INTENT) || (other && faults.has(Fault.TRUSTS_OTHER_VERSIONS))) {
            return Kind.RAW_SWITCH;
        }
        boolean advertises = head.status() < 400 && !head.values("Upgrade").isEmpty();
        if (advertises && faults.has(Fault.UPGRADE_FIELD_IS_ACCEPTANCE)) {
            return Kind.RAW_SWITCH;
        }
        if (head.status() >= 400 && faults.has(Fault.FLATTENS_REFUSALS)) {
            throw Refused.staying(502, "the origin refused");
        }
        return Kind.FINAL;
    }
}
