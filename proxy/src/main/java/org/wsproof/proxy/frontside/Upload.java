package org.wsproof.proxy.frontside;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.StreamConnection;
import org.xnio.channels.StreamSourceChannel;
import org.xnio.conduits.StreamSinkConduit;

/** Sends a plain request's content to the origin, in bounded memory; trailer fields are dropped. Used on the I/O thread only. */
final class Upload {
    private static final Logger LOG = LoggerFactory.getLogger(Upload.class);
    private static final int CONTENT_SIZE = 16 * 1024;

    /** Room for a chunk's size line before its content, and for the line end after it. */
    private static final int SIZE_LINE = 6;

    private static final int LINE_END = 2;

    /** So that a fast client cannot starve the thread's tunnels: the selector comes back to it. */
    private static final int ROUNDS = 16;

    private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final boolean chunked;
    private final StreamSourceChannel client;
    private final StreamConnection origin;
    private final Listener listener;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(SIZE_LINE + CONTENT_SIZE + LINE_END).limit(0);
    private boolean last;
    private boolean over;

    /** Told on the I/O thread. */
    interface Listener {
        /** Octets have come from the client, or gone to the origin. */
        void moved();

        /** The client is gone; nothing more is sent. */
        void clientBroke();
    }

    Upload(HttpServerExchange exchange, StreamConnection origin, Listener listener) {
        this.chunked = exchange.getRequestContentLength() < 0;
        this.client = exchange.getRequestChannel();
        this.origin = origin;
        this.listener = listener;
    }

    void start() {
        client.getReadSetter().set(channel -> pump());
        origin.getSinkChannel().setWriteListener(channel -> pump());
        pump();
    }

    /** Whether the origin has all of it. */
    boolean complete() {
        return over && last && !buffer.hasRemaining();
    }

    /** Sends nothing more. */
    void stop() {
        over = true;
        client.suspendReads();
        origin.getSinkChannel().getConduit().suspendWrites();
        origin.getSinkChannel().setWriteListener(null);
    }

    private void pump() {
        for (int round = 0; round < ROUNDS && !over; round++) {
            if (!drain() || over) {
                return;
            }
            if (last) {
                stop();
            } else if (!fill()) {
                return;
            }
        }
        if (!over) {
            client.resumeReads();
            origin.getSinkChannel().getConduit().resumeWrites();
        }
    }

    /** True once the origin has taken what is there. An origin that takes no more may still answer, so reading goes on. */
    private boolean drain() {
        StreamSinkConduit sink = origin.getSinkChannel().getConduit();
        try {
            while (buffer.hasRemaining()) {
                if (sink.write(buffer) == 0) {
                    client.suspendReads();
                    sink.resumeWrites();
                    return false;
                }
                listener.moved();
            }
            if (sink.flush()) {
                sink.suspendWrites();
                return true;
            }
            sink.resumeWrites();
            return false;
        } catch (IOException broken) {
            LOG.debug("the origin takes no more of a request: {}", broken.toString());
            stop();
            return false;
        }
    }

    /** True if there is something to send. */
    private boolean fill() {
        try {
            buffer.clear().position(SIZE_LINE).limit(SIZE_LINE + CONTENT_SIZE);
            int count = client.read(buffer);
            buffer.flip().position(SIZE_LINE);
            if (count == 0) {
                client.resumeReads();
                return false;
            }
            if (count < 0) {
                last = true;
                end();
            } else if (chunked) {
                frame(count);
            }
            return true;
        } catch (IOException broken) {
            stop();
            listener.clientBroke();
            return false;
        }
    }

    private void end() {
        buffer.clear();
        if (chunked) {
            buffer.put(LAST_CHUNK);
        }
        buffer.flip();
    }

    /** RFC 9112 §7.1; a size may have leading zeros. */
    private void frame(int count) {
        byte[] size = String.format("%04x\r\n", count).getBytes(StandardCharsets.US_ASCII);
        buffer.put(0, size);
        buffer.position(0).limit(SIZE_LINE + count + LINE_END);
        buffer.put(SIZE_LINE + count, (byte) '\r').put(SIZE_LINE + count + 1, (byte) '\n');
    }
}
