package org.wsproof.conformance.relay.guard;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.relay.fault.Faults;
import org.wsproof.conformance.relay.http.HeadSource;
import org.wsproof.conformance.relay.http.HeadSource.Reading;
import org.wsproof.conformance.relay.http.HeadSource.State;
import org.wsproof.conformance.relay.http.Refused;
import org.wsproof.conformance.relay.http.Request;
import org.wsproof.conformance.relay.link.Connections;
import org.wsproof.conformance.relay.link.Link;
import org.wsproof.conformance.wire.Head;
import org.wsproof.conformance.wire.Head.Field;

/**
 * Asks the authority about each request before anything reaches the origin. A 200 lets it in; whatever else comes, or does
 * not come, refuses it.
 */
public final class Guard {
    private final InetSocketAddress authority;
    private final Duration patience;
    private final Connections connections;
    private final Faults faults;

    /** @param patience from connecting to the end of the answer's head */
    public Guard(InetSocketAddress authority, Duration patience, Connections connections, Faults faults) {
        this.authority = authority;
        this.patience = patience;
        this.connections = connections;
        this.faults = faults;
    }

    /**
     * Lets the {@code nth} request (from 1) of a client's connection pass.
     *
     * @throws Refused if the authority did not say yes
     */
    public void admit(Request request, Link front, int nth) throws Refused {
        if (nth > 1 && faults.has(Fault.ASKS_AUTHORITY_ONCE)) {
            return;
        }
        Socket tcp = new Socket();
        try {
            connections.prepare(tcp);
            tcp.connect(authority, (int) patience.toMillis());
            Link link = connections.link(tcp, tcp);
            ask(link, request, front);
            if (!faults.has(Fault.DOES_NOT_WAIT_FOR_AUTHORITY)) {
                judge(read(link), request);
                Link.quietly(tcp);
            }
        } catch (IOException e) {
            Link.quietly(tcp);
            refuseUnless(Fault.LETS_IN_WHEN_AUTHORITY_IS_DOWN, request);
        } catch (Refused e) {
            Link.quietly(tcp);
            throw e;
        }
    }

    private void ask(Link link, Request request, Link front) throws IOException {
        String host = authority.getAddress().getHostAddress() + ":" + authority.getPort();
        link.outlet().write(new Question(request, front.peer(), host, faults).octets());
        if (faults.has(Fault.AUTHORITY_GETS_EARLY_OCTETS)) {
            link.outlet().write(front.inlet().readNBytes(request.behind()));
        }
    }

    private Reading read(Link link) {
        link.inlet().within(faults.has(Fault.AUTHORITY_TIMER_LATE) ? patience.multipliedBy(4) : patience);
        try {
            return HeadSource.ofAnswers(new Faults(java.util.Set.of())).read(link.inlet());
        } catch (IOException e) {
            return new Reading(State.NOTHING, "", java.util.Optional.empty(), 0);
        }
    }

    private void judge(Reading reading, Request request) throws Refused {
        switch (reading.state()) {
            case COMPLETE -> judge(reading.head().orElseThrow(), request);
            case SILENT, LATE -> refuseUnless(Fault.LETS_IN_ON_SILENCE, request);
            case NOTHING, CUT -> refuseUnless(Fault.LETS_IN_UNANSWERED, request);
            case GARBAGE, LINE_TOO_LONG, TOO_LARGE -> refuseUnless(Fault.LETS_IN_ON_GARBAGE, request);
        }
    }

    private void judge(Head answer, Request request) throws Refused {
        int status = answer.status();
        if (status == 200 && !faults.has(Fault.REFUSES_200)) {
            return;
        }
        if (status == 401 || status == 403 || status == 429) {
            deny(answer, request);
        } else if (status >= 500) {
            refuseUnless(Fault.LETS_IN_ON_AUTHORITY_ERROR, request);
        } else {
            refuseUnless(Fault.LETS_IN_ON_REDIRECT, request);
        }
    }

    /** The client is told what the authority said. */
    private void deny(Head answer, Request request) throws Refused {
        if (answer.status() != 403 && faults.has(Fault.TAKES_403_ALONE_FOR_NO)) {
            return;
        }
        List<Field> told = Stream.of("WWW-Authenticate", "Retry-After")
                .flatMap(name -> answer.values(name).stream().map(value -> new Field(name, value)))
                .toList();
        int status = faults.has(Fault.FLATTENS_DENIALS) ? 500 : answer.status();
        throw refused(Refused.staying(status, "not allowed", told.toArray(Field[]::new)), request);
    }

    private void refuseUnless(Fault letsIn, Request request) throws Refused {
        if (!faults.has(letsIn)) {
            throw refused(Refused.staying(500, "nobody could say whether this is allowed"), request);
        }
    }

    private static Refused refused(Refused answer, Request request) {
        return answer.thenClosing(
                request.last() || (!request.upgrade() && !request.body().empty()));
    }
}
