package org.wsproof.conformance.relay.http;

import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.relay.fault.Faults;
import org.wsproof.conformance.relay.http.HeadSource.Reading;
import org.wsproof.conformance.relay.link.Framing;
import org.wsproof.conformance.wire.Head;

/** Decides what becomes of a request before anything reaches the origin. */
public final class RequestRules {
    private final Intents intents;
    private final OpeningRules opening;
    private final RequestGrammar grammar;
    private final BodyRules bodies;
    private final Faults faults;

    public RequestRules(Faults faults) {
        this.intents = new Intents(faults);
        this.opening = new OpeningRules(faults);
        this.grammar = new RequestGrammar(faults);
        this.bodies = new BodyRules(faults);
        this.faults = faults;
    }

    /**
     * Judges what was read as the {@code nth} request (from 1) of a connection.
     *
     * @throws Refused with the answer, if it does not go to the origin
     */
    public Request judge(Reading reading, int nth) throws Refused {
        checkState(reading.state());
        grammar.check(reading.raw());
        Head head = reading.head().orElseThrow(() -> Refused.closing(400, "no request"));
        if (head.word(0).equals("CONNECT")) {
            return connect(head, reading.behind());
        }
        grammar.checkTarget(head);
        Framing body = bodies.framing(head);
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
}
