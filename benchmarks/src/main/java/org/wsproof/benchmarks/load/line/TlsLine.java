package org.wsproof.benchmarks.load.line;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** A client's octets over TLS. What the engine has to compute it computes at once, on the thread that calls. */
public final class TlsLine implements Line {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SocketChannel channel;
    private final TlsBuffers buffers;
    private final SSLEngine engine;

    /** The beginning of a record whose rest has not come; none between records. */
    private @Nullable ByteBuffer unread;

    /** Ciphertext that the connection has yet to take; while there is any, nothing more is made. */
    private @Nullable ByteBuffer unwritten;

    private boolean secured;
    private boolean stirred;
    private boolean over;

    /** @param channel not blocking */
    public TlsLine(SocketChannel channel, TlsClient client, TlsBuffers buffers) {
        this.channel = channel;
        this.buffers = buffers;
        this.engine = client.engine();
    }

    @Override
    public void begin() throws IOException {
        engine.beginHandshake();
        negotiate(engine.getHandshakeStatus());
    }

    @Override
    public void read(ByteBuffer into) throws IOException {
        ByteBuffer in = buffers.in();
        ByteBuffer before = unread;
        if (before != null) {
            in.put(before);
            buffers.giveBack(before);
            unread = null;
        }
        boolean ended = channel.read(in) < 0;
        unwrap(in.flip(), into);
        over |= ended;
        if (in.hasRemaining() && !over) {
            unread = buffers.keep(in);
        }
    }

    private void unwrap(ByteBuffer in, ByteBuffer into) throws IOException {
        while (in.hasRemaining() && !over) {
            SSLEngineResult result = engine.unwrap(in, into);
            if (result.getStatus() == Status.BUFFER_UNDERFLOW) {
                return;
            }
            requireRoom(result);
            over = result.getStatus() == Status.CLOSED;
            negotiate(result.getHandshakeStatus());
        }
    }

    private static void requireRoom(SSLEngineResult result) throws SSLException {
        if (result.getStatus() == Status.BUFFER_OVERFLOW) {
            throw new SSLException("expected room for a record, found too little");
        }
    }

    /** Does what the engine needs, up to what the other end has to say. */
    private void negotiate(HandshakeStatus first) throws IOException {
        HandshakeStatus status = first;
        while (status == HandshakeStatus.NEED_TASK || status == HandshakeStatus.NEED_WRAP) {
            if (status == HandshakeStatus.NEED_TASK) {
                for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
                    task.run();
                }
                status = engine.getHandshakeStatus();
            } else {
                status = say();
            }
        }
        if (status == HandshakeStatus.FINISHED && !secured) {
            secured = true;
            stirred = true;
        }
    }

    /** A record without a payload. */
    private HandshakeStatus say() throws IOException {
        if (!flush()) {
            // It can't happen in a handshake: the connection's own buffer has room for all of it.
            throw new SSLException("expected room for a handshake, found none");
        }
        ByteBuffer out = buffers.out();
        SSLEngineResult result = engine.wrap(NOTHING.duplicate(), out);
        requireRoom(result);
        push(out.flip());
        return result.getStatus() == Status.CLOSED ? HandshakeStatus.NOT_HANDSHAKING : result.getHandshakeStatus();
    }

    @Override
    public boolean over() {
        return over;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        int before = from.remaining();
        int record = engine.getSession().getPacketBufferSize();
        while (from.hasRemaining() && secured && flush()) {
            ByteBuffer out = buffers.out();
            while (from.hasRemaining() && out.remaining() >= record) {
                requireProgress(engine.wrap(from, out));
            }
            push(out.flip());
        }
        return before - from.remaining();
    }

    private static void requireProgress(SSLEngineResult result) throws SSLException {
        if (result.getStatus() != Status.OK || result.bytesProduced() == 0) {
            throw new SSLException("expected a record, found " + result);
        }
    }

    private void push(ByteBuffer out) throws IOException {
        channel.write(out);
        if (out.hasRemaining()) {
            unwritten = buffers.keep(out);
            stirred = true;
        }
    }

    @Override
    public boolean flush() throws IOException {
        ByteBuffer rest = unwritten;
        if (rest == null) {
            return true;
        }
        channel.write(rest);
        if (rest.hasRemaining()) {
            return false;
        }
        buffers.giveBack(rest);
        unwritten = null;
        return true;
    }

    @Override
    public boolean blocked() {
        return unwritten != null;
    }

    @Override
    public boolean stirred() {
        boolean was = stirred;
        stirred = false;
        return was;
    }

    /** Says close_notify first; over TLS 1.3 the other direction goes on (RFC 8446 §6.1). */
    @Override
    public boolean finish() throws IOException {
        if (!engine.isOutboundDone() && flush()) {
            engine.closeOutbound();
            say();
        }
        if (flush()) {
            channel.shutdownOutput();
            return true;
        }
        return false;
    }
}
