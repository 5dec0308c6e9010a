package org.wsproof.conformance.relay.http;

import java.util.List;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.relay.fault.Faults;
import org.wsproof.conformance.relay.http.HeadSource.Reading;
import org.wsproof.conformance.relay.link.Framing;
import org.wsproof.conformance.wire.Head;

/** Decides what becomes of a request before anything reaches the origin. */
public final class RequestRules {
    private final Intents intents;
    private final OpeningRules opening;
    private final Faults faults;

    public RequestRules(Faults faults) {
        this.intents = new Intents(faults);
        this.opening = new OpeningRules(faults);
        this.faults = faults;
    }

    /**
     * Judges what was read as the {@code nth} request (from 1) of a connection.
     *
     * @throws Refused with the answer, if it does not go to the origin
     */
    public Request judge(Reading reading, int nth) throws Refused {
        checkState(reading.state());
        RequestGrammar.check(reading.raw());
        Head head = reading.head().orElseThrow(() -> Refused.closing(400, "no request"));
        if (head.word(0).equals("CONNECT")) {
            return connect(head, reading.behind());
        }
        RequestGrammar.checkTarget(head);
        Framing body = framing(head);
        if (faults.has(Fault.REFUSES_EXPECT) && !head.values("Expect").isEmpty()) {
            throw Refused.staying(417, "expectations are not met here").thenClosing(!body.empty());
        }
        return new Request(head, intent(head, nth, body), body, reading.behind());
    }

    private Intent intent(Head head, int nth, Framing body) throws Refused {
        Intent intent = intents.of(head, nth);
        if (intent == Intent.WEBSOCKET) {
            opening.check(head, body);
            return Intent.WEBSOCKET;
        }
        if (intent == Intent.OTHER && faults.has(Fault.REFUSES_OTHER_UPGRADES)) {
            throw Refused.staying(501, "only websocket is an upgrade here").thenClosing(!body.empty());
        }
        return intent == Intent.OTHER && faults.has(Fault.FORWARDS_H2C) ? Intent.OTHER : Intent.PLAIN;
    }

    /** RFC 9112 §3.2.3 lets only proxies take CONNECT; a client may have sent more already, so the connection ends. */
    private Request connect(Head head, int behind) throws Refused {
        if (faults.has(Fault.TUNNELS_CONNECT)) {
            return new Request(head, Intent.CONNECT, Framing.NONE, behind);
        }
        Refused refused = Refused.staying(405, "no tunnels by CONNECT here", new Head.Field("Allow", "GET"));
        throw refused.thenClosing(!faults.has(Fault.SERVES_AFTER_CONNECT));
    }

    private static void checkState(HeadSource.State state) throws Refused {
        switch (state) {
            case LATE -> throw Refused.closing(408, "the head did not come in time");
            case LINE_TOO_LONG -> throw Refused.closing(414, "the request line is too long");
            case TOO_LARGE -> throw Refused.closing(431, "the head is too large");
            case CUT, GARBAGE, NOTHING, SILENT -> throw Refused.closing(400, "the head is not complete");
            case COMPLETE -> {}
        }
    }

    /** RFC 9112 §6.1 and §6.3, without their leniency: one way to say where the body ends, or none. */
    private static Framing framing(Head head) throws Refused {
        List<String> lengths = head.values("Content-Length");
        List<String> codings = head.values("Transfer-Encoding");
        if (lengths.size() + codings.size() > 1) {
            throw Refused.closing(400, "more than one field says where the body ends");
        }
        if (!codings.isEmpty()) {
            if (!codings.get(0).equalsIgnoreCase("chunked") || head.word(2).equals("HTTP/1.0")) {
                throw Refused.closing(400, "the only transfer coding is chunked, in HTTP/1.1");
            }
            return Framing.CHUNKED;
        }
        if (lengths.isEmpty()) {
            return Framing.NONE;
        }
        if (!lengths.get(0).matches("[0-9]{1,18}")) {
            throw Refused.closing(400, "Content-Length is no number");
        }
        return Framing.length(Long.parseLong(lengths.get(0)));
    }
}
