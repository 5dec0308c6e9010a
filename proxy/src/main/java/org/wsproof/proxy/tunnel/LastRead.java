package org.wsproof.proxy.tunnel;

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
final class LastRead implements Runnable {
    private final Direction direction;
    private final Leg from;
    private final Leg to;

    LastRead(Direction direction, Leg from, Leg to) {
        this.direction = direction;
        this.from = from;
        this.to = to;
    }

    /** To be called with the leg's reads suspended: until it is told the outcome, the direction does nothing. */
    void hand(RelayThread relay) {
        relay.closer().execute(this);
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
            from.connection().getIoThread().execute(() -> direction.lastRead(broken, end, read));
        } catch (RejectedExecutionException stopping) {
            IoUtils.safeClose(from.connection());
            IoUtils.safeClose(to.connection());
        }
    }
}
