package org.wsproof.conformance.relay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.wsproof.conformance.relay.Exchange.Attempt;
import org.wsproof.conformance.relay.Exchange.Next;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.relay.fault.Faults;
import org.wsproof.conformance.relay.http.AnswerFields;
import org.wsproof.conformance.relay.http.AnswerFraming;
import org.wsproof.conformance.relay.http.AnswerRules;
import org.wsproof.conformance.relay.http.HeadSource;
import org.wsproof.conformance.relay.http.HeadSource.Reading;
import org.wsproof.conformance.relay.http.HeadSource.State;
import org.wsproof.conformance.relay.http.Refused;
import org.wsproof.conformance.relay.http.Request;
import org.wsproof.conformance.relay.link.End;
import org.wsproof.conformance.relay.link.Framing;
import org.wsproof.conformance.relay.link.Link;
import org.wsproof.conformance.relay.tunnel.Tunnel;
import org.wsproof.conformance.relay.tunnel.TunnelPlan;
import org.wsproof.conformance.wire.Head;

/** Reads the origin's answer and relays it: as HTTP, or by making a tunnel. */
final class Answers {
    private final Terms terms;
    private final Link front;
    private final Faults faults;
    private final HeadSource heads;
    private final AnswerRules rules;
    private final AnswerFields fields;

    Answers(Terms terms, Link front) {
        this.terms = terms;
        this.front = front;
        this.faults = terms.faults();
        this.heads = HeadSource.ofAnswers(faults);
        this.rules = new AnswerRules(faults);
        this.fields = new AnswerFields(faults);
    }

    static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** For a fault: says yes to CONNECT by itself. */
    Attempt connect(Link back, Request request) throws IOException {
        front.outlet().write(octets("HTTP/1.1 200 OK\r\n\r\n"));
        new Tunnel(plan(back, request, 0, Framing.NONE)).open();
        return new Attempt(false, Next.TAKEN, "");
    }

    /** Relays interim answers and the final one; the backside is over then, or part of a tunnel. */
    Attempt relay(Link back, Request request, AtomicBoolean settled) throws IOException, Refused {
        boolean keeps = false;
        Next next = Next.LAST;
        try {
            back.inlet().within(patience());
            Reading reading = read(back);
            while (rulesOn(reading, request) == AnswerRules.Kind.INTERIM) {
                relayInterim(reading.head().orElseThrow(), request);
                reading = read(back);
            }
            if (reading.state() == State.NOTHING) {
                return new Attempt(true, Next.LAST, "");
            }
            if (faults.has(Fault.FOLLOWS_REDIRECTS) && redirects(reading)) {
                return new Attempt(
                        false, Next.LAST, reading.head().orElseThrow().joined("Location"));
            }
            keeps = keeps(reading, request, settled);
            next = last(reading, back, request, settled);
            return new Attempt(false, next, "");
        } finally {
            boolean another = next == Next.ANOTHER && terms.crowd().keeps(back, request);
            if (next != Next.TAKEN && !keeps && !another && !leftOver(back, request)) {
                back.close();
            }
        }
    }

    /** For faults: the backside stays open behind an answer that is no switch. */
    private boolean keeps(Reading reading, Request request, AtomicBoolean settled) {
        if (is101(reading)) {
            return faults.has(Fault.KEEPS_BACKSIDE_AFTER_BAD_101);
        }
        boolean keeps = request.upgrade() && faults.has(Fault.KEEPS_BACKSIDE_AFTER_REFUSAL);
        if (keeps) {
            // Or the client's end would end it.
            settled.set(true);
        }
        return keeps;
    }

    /** For faults: a connection that is out of step waits for the next request. */
    private boolean leftOver(Link back, Request request) {
        boolean unread =
                faults.has(Fault.REUSES_BACKSIDE_UNREAD) && back.inlet().available() > 0;
        boolean owed = faults.has(Fault.LEAVES_CONTENT_OWED)
                && request.upgrade()
                && !request.body().empty();
        return (unread || owed) && terms.leftOver().add(back);
    }

    private AnswerRules.Kind rulesOn(Reading reading, Request request) throws Refused {
        boolean interim = reading.head().filter(Head::interim).isPresent();
        return interim ? rules.judge(reading, request) : AnswerRules.Kind.FINAL;
    }

    private static boolean is101(Reading reading) {
        return reading.head().filter(head -> head.status() == 101).isPresent();
    }

    private static boolean redirects(Reading reading) {
        return reading.head().filter(head -> head.status() == 302).isPresent();
    }

    /** From connected to the answer, whatever comes in between (RFC 9110 §15.6.5). */
    private Duration patience() {
        Duration handshake = terms.timers().handshake();
        if (faults.has(Fault.NO_ANSWER_TIMER)) {
            return Duration.ofDays(1);
        }
        return faults.has(Fault.ANSWER_TIMER_LATE) ? handshake.multipliedBy(2) : handshake;
    }

    private Reading read(Link back) throws Refused {
        try {
            return heads.read(back.inlet());
        } catch (IOException e) {
            terms.crowd().originReset();
            if (faults.has(Fault.HANGS_ON_EARLY_RESET)) {
                front.inlet().awaitEnd();
            }
            throw Refused.staying(502, "the origin reset the connection before it answered");
        }
    }

    private void relayInterim(Head head, Request request) throws IOException {
        if (!request.old() && !faults.has(Fault.SWALLOWS_INTERIM)) {
            front.outlet().write(fields.interim(head));
        }
    }

    private Next last(Reading reading, Link back, Request request, AtomicBoolean settled) throws IOException, Refused {
        if (reading.state() == State.GARBAGE && faults.has(Fault.RELAYS_GARBAGE)) {
            front.outlet().write(octets(reading.raw()));
            Framing.NONE.write(back.inlet(), front.outlet());
            return Next.LAST;
        }
        AnswerRules.Kind kind = rules.judge(reading, request);
        Head head = reading.head().orElseThrow();
        if (kind == AnswerRules.Kind.FINAL) {
            return relayFinal(head, back, request);
        }
        settled.set(true);
        boolean raw = kind == AnswerRules.Kind.RAW_SWITCH;
        front.outlet().write(raw ? octets(reading.raw()) : fields.switched(head, request.head()));
        if (closeEndsIt(request.head(), Fault.CLOSE_ENDS_TUNNEL)
                || closeEndsIt(head, Fault.CLOSE_IN_ANSWER_ENDS_TUNNEL)) {
            return Next.LAST;
        }
        back.inlet().onEnd(how -> {
            if (how == End.RESET) {
                terms.crowd().originReset();
            }
        });
        Tunnel tunnel = new Tunnel(plan(back, request, reading.behind(), honoured(head)));
        tunnel.open();
        if (faults.has(Fault.HANDSHAKE_TIMER_STAYS)) {
            terms.threads().after(terms.timers().handshake(), tunnel::close);
        }
        return Next.TAKEN;
    }

    private boolean closeEndsIt(Head head, Fault fault) {
        return head.tokens("Connection").contains("close") && faults.has(fault);
    }

    /** What a fault takes for the body of a 101, which has none (RFC 9110 §8.6, RFC 9112 §6.1). */
    private Framing honoured(Head head) {
        boolean chunked = head.tokens("Transfer-Encoding").contains("chunked");
        if (chunked && faults.has(Fault.TRANSFER_ENCODING_ON_101_HONOURED)) {
            return Framing.CHUNKED;
        }
        String length = head.joined("Content-Length");
        if (length.matches("[0-9]{1,9}") && faults.has(Fault.CONTENT_LENGTH_ON_101_HONOURED)) {
            return Framing.length(Long.parseLong(length));
        }
        return Framing.NONE;
    }

    private TunnelPlan plan(Link back, Request request, int behind, Framing honoured) {
        return new TunnelPlan(
                front,
                back,
                request.behind(),
                behind,
                honoured,
                terms.timers().idle(),
                terms.threads(),
                terms.crowd().neighbours(),
                faults,
                terms.tunnels());
    }

    private Framing framing(Head head, Request request) throws Refused {
        String length = head.joined("Content-Length");
        boolean expects = head.status() == 304 && length.matches("[0-9]{1,9}");
        return expects && faults.has(Fault.WAITS_FOR_CONTENT_OF_304)
                ? Framing.length(Long.parseLong(length))
                : AnswerFraming.of(head, request);
    }

    private Next relayFinal(Head head, Link back, Request request) throws IOException, Refused {
        Framing origin = framing(head, request);
        boolean bare = request.upgrade() && head.status() >= 400 && faults.has(Fault.DROPS_REFUSAL_BODY);
        Framing framing = bare ? Framing.length(0) : AnswerFraming.towards(request, origin);
        boolean last = request.last() || framing.kind() == Framing.Kind.UNTIL_END;
        front.outlet().write(fields.answered(head, framing, last));
        if (!bare) {
            back.inlet().within(terms.timers().head());
            framing.write(origin.body(back.inlet()), front.outlet());
        }
        if (request.upgrade() && faults.has(Fault.HANGS_AFTER_REFUSAL)) {
            back.close();
            front.inlet().awaitEnd();
        }
        return last ? Next.LAST : Next.ANOTHER;
    }
}
