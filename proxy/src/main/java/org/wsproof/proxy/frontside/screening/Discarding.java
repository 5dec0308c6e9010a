package org.wsproof.proxy.frontside.screening;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wsproof.proxy.backside.Backside;
import org.wsproof.proxy.backside.Body;
import org.wsproof.proxy.backside.Outcome;
import org.wsproof.proxy.time.Timer;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;

/**
 * Reads an answer's content to its end, for nobody, so that the connection can carry another question. Content that is long,
 * late or broken is not worth that: its connection is closed. Used on the I/O thread only.
 */
final class Discarding {
    private static final Logger LOG = LoggerFactory.getLogger(Discarding.class);
    private static final int MOST_OCTETS = 64 * 1024;
    private static final int BUFFER_SIZE = 4 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Backside authority;
    private final Outcome.Answered answered;
    private final StreamConnection connection;
    private final Body body;
    private final ByteBuffer nobody = ByteBuffer.allocate(BUFFER_SIZE);
    private int count;

    /** Set once octets are awaited. */
    private @Nullable Timer deadline;

    Discarding(Backside authority, Outcome.Answered answered) {
        this.authority = authority;
        this.answered = answered;
        this.connection = answered.connection();
        this.body = answered.body();
    }

    void start() {
        if (answered.persists()) {
            pump(answered.early());
        } else {
            IoUtils.safeClose(connection);
        }
    }

    private void pump(ByteBuffer first) {
        ByteBuffer in = first;
        try {
            take(in);
            while (!body.complete()) {
                in = ByteBuffer.allocate(BUFFER_SIZE);
                int more = connection.getSourceChannel().getConduit().read(in);
                if (more == 0) {
                    await();
                    return;
                }
                count += more;
                if (more < 0 || count > MOST_OCTETS) {
                    throw new IOException("content that does not end, or not well");
                }
                take(in.flip());
            }
            if (in.hasRemaining()) {
                throw new IOException("octets behind the content, which belong to nobody");
            }
            stop();
            authority.giveBack(connection);
        } catch (IOException useless) {
            LOG.debug("an authority's connection is not used again: {}", useless.toString());
            stop();
            IoUtils.safeClose(connection);
        }
    }

    private void await() {
        if (deadline == null) {
            deadline = Timer.start(connection.getIoThread(), PATIENCE, () -> IoUtils.safeClose(connection));
            connection.getSourceChannel().setReadListener(source -> pump(NOTHING));
            connection.getSourceChannel().resumeReads();
        }
    }

    private void stop() {
        Timer running = deadline;
        if (running != null) {
            running.stop();
            connection.getSourceChannel().suspendReads();
            connection.getSourceChannel().setReadListener(null);
        }
    }

    /** Framing is taken without content coming of it. */
    private void take(ByteBuffer in) throws IOException {
        int before = -1;
        while (in.hasRemaining() && !body.complete() && in.remaining() != before) {
            before = in.remaining();
            body.decode(in, nobody.clear());
        }
    }
}
