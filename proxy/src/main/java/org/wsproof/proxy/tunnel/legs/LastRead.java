package org.wsproof.proxy.tunnel.legs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.xnio.IoUtils;

/**
 * One read of a half-open plain tunnel, done by the closer while many tunnels end: if it meets the end of the stream, both
 * connections close where they are read and shut down, and on the I/O thread each would cost a run of the selector over all
 * its keys. One octet is enough to tell; the I/O thread reads the others.
 */
public final class LastRead implements Runnable {
    private final Leg from;
    private final Leg to;
    private final Outcome outcome;

    /** Told on the I/O thread what the read met: this failure, the end of the stream, or one octet or none. */
    public interface Outcome {
        void lastRead(Optional<IOException> broken, boolean end, ByteBuffer octet);
    }

    public LastRead(Leg from, Leg to, Outcome outcome) {
        this.from = from;
        this.to = to;
        this.outcome = outcome;
    }

    /** To be called with the leg's reads suspended: until the outcome is told, the direction does nothing. */
    public void hand(Closer closer) {
        closer.execute(this);
    }

    @Override
    public void run() {
        ByteBuffer buffer = ByteBuffer.allocate(1);
        Optional<IOException> broken = Optional.empty();
        boolean end = false;
        try {
            end = from.source().read(buffer) < 0;
            if (end) {
                to.sink().terminateWrites();
            }
        } catch (IOException e) {
            broken = Optional.of(e);
        }
        tell(broken, end, buffer.flip());
    }

    private void tell(Optional<IOException> broken, boolean end, ByteBuffer read) {
        try {
            from.connection().getIoThread().execute(() -> outcome.lastRead(broken, end, read));
        } catch (RejectedExecutionException stopping) {
            IoUtils.safeClose(from.connection());
            IoUtils.safeClose(to.connection());
        }
    }
}
