package org.wsproof.proxy.tunnel.legs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.IoUtils;

/**
 * Reads of a plain leg whose octets nobody wants any more, done by the closer: where they meet the end of the stream the
 * connection closes, and on the I/O thread that would cost a run of the selector over all its keys.
 */
public final class Discard implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Discard.class);
    private static final int SIZE = 4 * 1024;

    /** So that one leg that goes on sending does not hold up the end of others. */
    private static final int ROUNDS = 64;

    private final Leg from;
    private final Outcome outcome;

    /** Told on the I/O thread whether the leg has said its last, or broken. */
    public interface Outcome {
        void discarded(boolean over);
    }

    public Discard(Leg from, Outcome outcome) {
        this.from = from;
        this.outcome = outcome;
    }

    /** To be called with the leg's reads suspended. */
    public void hand(Closer closer) {
        closer.execute(this);
    }

    @Override
    public void run() {
        boolean over = readsToTheEnd();
        try {
            from.connection().getIoThread().execute(() -> outcome.discarded(over));
        } catch (RejectedExecutionException stopping) {
            IoUtils.safeClose(from.connection());
        }
    }

    private boolean readsToTheEnd() {
        ByteBuffer buffer = ByteBuffer.allocate(SIZE);
        try {
            int read = 1;
            for (int round = 0; round < ROUNDS && read > 0; round++) {
                read = from.source().read(buffer.clear());
            }
            return read < 0;
        } catch (IOException broken) {
            LOG.trace("broken while it was to end", broken);
            return true;
        }
    }
}
