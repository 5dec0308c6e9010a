package org.wsproof.conformance.stage;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.wsproof.conformance.frames.OctetSource;
import org.wsproof.conformance.model.Endpoint;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Octets.Raw;
import org.wsproof.conformance.transcript.Event;
import org.wsproof.conformance.transcript.OctetsText;
import org.wsproof.conformance.transcript.Recorder;
import org.wsproof.conformance.wire.Connection;
import org.wsproof.conformance.wire.Head;
import org.wsproof.conformance.wire.HeadReader;
import org.wsproof.conformance.wire.HttpReader;

/** The origin's end of one exchange: one request that arrived on a connection, which may carry others after it. */
final class OriginActor implements Actor {
    private final Endpoint at;
    private final Recorder recorder;
    private final Connection connection;
    private final HttpReader reader;
    private final HeadReader answer = new HeadReader();
    private volatile boolean answered;
    private volatile boolean tunnelling;

    OriginActor(Endpoint at, Recorder recorder, Connection connection, HttpReader reader) {
        this.at = at;
        this.recorder = recorder;
        this.connection = connection;
        this.reader = reader;
    }

    @Override
    public void send(List<Octets> octets, int piece, long gapNanos) {
        octets.forEach(this::follow);
        recorder.event(at, Event.What.SENT, 0, OctetsText.of(octets));
        connection.outbox().send(new OctetSource(octets, false), piece, gapNanos);
    }

    @Override
    public boolean tunnelling() {
        return tunnelling;
    }

    @Override
    public Connection connection() {
        return connection;
    }

    /** True where the connection may carry further requests: others may be using it already. */
    boolean reusable() {
        return answered && !tunnelling;
    }

    /** Looks for the head of the final answer, which may come in several sends: it decides what follows the request. */
    private void follow(Octets octets) {
        if (answered || !(octets instanceof Raw raw)) {
            return;
        }
        for (byte octet : raw.latin1().getBytes(StandardCharsets.ISO_8859_1)) {
            if (!answered && answer.take(octet)) {
                answer.head().ifPresent(this::answer);
            }
        }
    }

    private void answer(Head head) {
        recorder.sent(at, head);
        answered = !head.interim();
        if (head.status() == 101) {
            tunnelling = true;
            reader.switched();
        } else if (answered) {
            reader.refused();
        }
    }
}
