package org.wsproof.conformance.stage;

import org.wsproof.conformance.model.Endpoint;
import org.wsproof.conformance.model.Peer;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.transcript.Recorder;

/** Tells when an awaited sign can't come any more, so that a failing case costs moments, not its whole deadline. */
final class Hope {
    private static final long GRACE_NANOS = 250_000_000L;

    private static final int SWITCHING = 101;

    private final Recorder recorder;
    private final Endpoint at;
    private long doubtfulSince;

    Hope(Recorder recorder, Endpoint at) {
        this.recorder = recorder;
        this.at = at;
    }

    boolean lost() {
        if (!doubtful()) {
            doubtfulSince = 0;
            return false;
        }
        long now = System.nanoTime();
        if (doubtfulSince == 0) {
            doubtfulSince = now;
        }
        return now - doubtfulSince > GRACE_NANOS;
    }

    /**
     * The peer has ended, or the client of a request that never came to the origin has its answer already; unless that is a
     * 101, which a target may give of its own accord, and ask the origin then.
     */
    private boolean doubtful() {
        if (recorder.seen(at, Sign.ENDED)) {
            return true;
        }
        Endpoint client = Endpoint.client(at.tag());
        return at.peer() != Peer.CLIENT
                && !at.tag().isEmpty()
                && !recorder.seen(at, Sign.HEAD)
                && (refused(client) || recorder.seen(client, Sign.ENDED));
    }

    private boolean refused(Endpoint client) {
        return recorder.seen(client, Sign.HEAD)
                && recorder.transcript()
                        .at(client)
                        .flatMap(seen -> seen.head(1))
                        .filter(head -> head.status() == SWITCHING)
                        .isEmpty();
    }
}
