package org.wsproof.conformance.relay;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.relay.fault.Faults;
import org.wsproof.conformance.relay.http.Intent;
import org.wsproof.conformance.relay.http.Refused;
import org.wsproof.conformance.relay.http.Request;
import org.wsproof.conformance.relay.http.RequestFields;
import org.wsproof.conformance.relay.link.End;
import org.wsproof.conformance.relay.link.Framing;
import org.wsproof.conformance.relay.link.Link;

/** One request of a client, taken to the origin on a connection of its own. */
final class Exchange {
    private static final int ATTEMPTS_OF_A_FAULT = 5;
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final Terms terms;
    private final Link front;
    private final Faults faults;
    private final Backside backside;
    private final Answers answers;

    Exchange(Terms terms, Link front) {
        this.terms = terms;
        this.front = front;
        this.faults = terms.faults();
        this.backside = new Backside(terms);
        this.answers = new Answers(terms, front);
    }

    /** What the client's connection does after an exchange. */
    enum Next {
        ANOTHER,
        LAST,
        /** It is part of a tunnel now. */
        TAKEN
    }

    /**
     * Asks the origin and relays its answer.
     *
     * @throws Refused if there is none that can be relayed; the frontside is still in order then
     * @throws IOException if the frontside is not
     */
    Next run(Request request) throws IOException, Refused {
        terms.crowd().admit(request);
        if (terms.crowd().waits(request)) {
            hang();
        }
        if (request.upgrade() && request.body().kind() == Framing.Kind.CHUNKED) {
            // Only a fault lets such a request come this far: its body is waited for, and then it is refused.
            front.inlet().within(FOR_EVER);
            request.body().body(front.inlet()).transferTo(OutputStream.nullOutputStream());
            throw Refused.closing(400, "an opening handshake has no body");
        }
        for (int attempt = 1; attempt < ATTEMPTS_OF_A_FAULT && faults.has(Fault.RETRIES_ON_EOF); attempt++) {
            Attempt tried = attempt(request);
            if (!tried.ended()) {
                return tried.next();
            }
        }
        Attempt tried = attempt(request);
        if (!tried.location().isEmpty()) {
            return run(request.asking(tried.location()));
        }
        if (!tried.ended()) {
            return tried.next();
        }
        if (faults.has(Fault.HANGS_ON_EOF)) {
            hang();
        }
        throw Refused.staying(502, "the origin ended without an answer");
    }

    /**
     * What came of it.
     *
     * @param ended true if the origin ended the connection before the first octet of an answer
     * @param location for a fault: what to ask for instead; else ""
     */
    record Attempt(boolean ended, Next next, String location) {}

    private Attempt attempt(Request request) throws IOException, Refused {
        boolean sent = request.upgrade() || request.body().empty();
        Optional<Link> used = terms.crowd().used(request);
        Link back = used.isPresent() ? used.get() : connect(request);
        AtomicBoolean settled = new AtomicBoolean();
        watch(back, request, settled);
        try {
            if (request.intent() == Intent.CONNECT) {
                return answers.connect(back, request);
            }
            if (used.isPresent() && faults.has(Fault.REFUSES_101_ON_REUSED)) {
                back.close();
                throw Refused.staying(502, "the origin's connection has served another client");
            }
            terms.crowd().asks();
            try {
                ask(back, request);
                sent = true;
                return answers.relay(back, request, settled);
            } finally {
                terms.crowd().answered();
            }
        } catch (Refused e) {
            throw e.thenClosing(!sent);
        }
    }

    /** A client that leaves before the answer ends the backside; one that only has no more to send waits for it. */
    private void watch(Link back, Request request, AtomicBoolean settled) {
        if (faults.has(Fault.HOLDS_EARLY_OCTETS)) {
            front.inlet().holdAll();
        }
        if (faults.has(Fault.CLIENT_LEAVE_UNSEEN)) {
            return;
        }
        front.inlet().onEnd(how -> {
            if (!settled.get() && (request.upgrade() || how == End.RESET)) {
                back.close();
            }
        });
    }

    private Link connect(Request request) throws IOException, Refused {
        Optional<Link> left = Optional.ofNullable(terms.leftOver().poll());
        if (left.isPresent()) {
            return left.get();
        }
        Optional<Socket> tcp = backside.connect();
        if (tcp.isEmpty()) {
            if (faults.has(Fault.HANGS_WHEN_REFUSED)) {
                hang();
            }
            if (faults.has(Fault.SILENT_WHEN_REFUSED)) {
                throw new IOException("the origin refused");
            }
            throw Refused.staying(502, "the origin can't be reached")
                    .thenClosing(!request.upgrade() && !request.body().empty());
        }
        return backside.link(tcp.get(), request, terms.timers().handshake());
    }

    private void ask(Link back, Request request) throws IOException, Refused {
        byte[] head = new RequestFields(terms.scheme(), faults).rewritten(request, front);
        try {
            back.outlet().write(head);
            if (request.upgrade() && faults.has(Fault.RELAYS_EARLY_OCTETS)) {
                back.outlet().write(front.inlet().readNBytes(request.behind()));
            }
            if (request.upgrade() && faults.has(Fault.FORWARDS_CONTENT_WITHOUT_LENGTH)) {
                request.body().body(front.inlet()).transferTo(back.outlet());
            }
        } catch (IOException e) {
            back.close();
            throw Refused.closing(502, "the origin ended while it was asked");
        }
        if (!request.upgrade() && !request.body().empty()) {
            sendBody(back, request);
        }
    }

    private void sendBody(Link back, Request request) throws IOException {
        if (!request.head().values("Expect").isEmpty() && !request.old()) {
            front.outlet().write(Answers.octets("HTTP/1.1 100 Continue\r\n\r\n"));
        }
        front.inlet().within(terms.timers().head());
        try {
            request.body().write(request.body().body(front.inlet()), back.outlet());
        } catch (IOException e) {
            // Either leg has failed in the middle of a body: neither can go on.
            back.reset();
            throw e;
        }
    }

    /** For faults: keeps the client waiting until it leaves. */
    private void hang() throws IOException {
        front.inlet().awaitEnd();
        throw new IOException("the client left");
    }
}
