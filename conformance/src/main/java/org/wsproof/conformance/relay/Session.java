package org.wsproof.conformance.relay;

import java.io.IOException;
import java.time.Duration;
import org.wsproof.conformance.relay.Exchange.Next;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.relay.http.HeadSource;
import org.wsproof.conformance.relay.http.HeadSource.Reading;
import org.wsproof.conformance.relay.http.HeadSource.State;
import org.wsproof.conformance.relay.http.Refused;
import org.wsproof.conformance.relay.http.Request;
import org.wsproof.conformance.relay.http.RequestRules;
import org.wsproof.conformance.relay.link.Link;

/** A client's connection: one request after the other, until it ends or becomes part of a tunnel. */
final class Session {
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final Terms terms;
    private final Link front;
    private final HeadSource heads;
    private final RequestRules rules;
    private final Exchange exchange;

    Session(Terms terms, Link front) {
        this.terms = terms;
        this.front = front;
        this.heads = HeadSource.ofRequests(terms.faults());
        this.rules = new RequestRules(terms.faults());
        this.exchange = new Exchange(terms, front);
    }

    void run() {
        try {
            int nth = 1;
            Next next = serve(nth);
            while (next == Next.ANOTHER) {
                nth++;
                next = serve(nth);
            }
            if (next == Next.LAST) {
                front.farewell();
            }
        } catch (IOException e) {
            // An answer was cut, or the client is gone: a reset says so, where a FIN would look like the answer's end.
            boolean leaks = terms.faults().has(Fault.LEAKS_ABORTED_CLIENTS);
            if (!leaks || !front.inlet().wasReset()) {
                front.reset();
            }
        }
    }

    private Next serve(int nth) throws IOException {
        front.inlet()
                .within(
                        terms.faults().has(Fault.NO_HEAD_TIMER)
                                ? FOR_EVER
                                : terms.timers().head());
        Reading reading = heads.read(front.inlet());
        if (reading.state() == State.NOTHING || reading.state() == State.SILENT) {
            return Next.LAST;
        }
        boolean bodiless = reading.raw().startsWith("HEAD ");
        try {
            Request request = rules.judge(reading, nth);
            if (terms.guard().isPresent()) {
                terms.guard().get().admit(request, front, nth);
            }
            Next next = answer(request);
            if (nth > 1 && next == Next.TAKEN && terms.faults().has(Fault.REQUEST_TIMER_STAYS)) {
                terms.threads().after(terms.timers().idle().multipliedBy(2), front::close);
            }
            return next;
        } catch (Refused e) {
            if (e.status() == 400 && e.isClosing() && terms.faults().has(Fault.SILENT_ON_BAD_HEAD)) {
                return Next.LAST;
            }
            front.outlet().write(e.octets(bodiless));
            return e.isClosing() ? Next.LAST : Next.ANOTHER;
        }
    }

    private Next answer(Request request) throws IOException, Refused {
        try {
            return exchange.run(request);
        } catch (Refused e) {
            throw e.thenClosing(e.isClosing() || request.last());
        }
    }
}
