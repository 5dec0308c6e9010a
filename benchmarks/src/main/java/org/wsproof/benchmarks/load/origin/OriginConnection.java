package org.wsproof.benchmarks.load.origin;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.wsproof.benchmarks.load.Script;
import org.wsproof.benchmarks.load.origin.Play.After;
import org.wsproof.benchmarks.load.wire.Loop;
import org.wsproof.conformance.wire.Head;
import org.wsproof.conformance.wire.HeadReader;

/** One connection that a scripted origin has accepted. A peer that breaks the protocol loses it. */
final class OriginConnection implements Loop.Ready {
    /** So that one busy connection does not starve others. */
    private static final int READS = 4;

    private final ScriptedOrigin origin;
    private final SocketChannel channel;
    private final SelectionKey key;

    /** Reads the request's head; none once it is whole. */
    private @Nullable HeadReader head = new HeadReader();

    /** What goes on in the tunnel; none before there is one. */
    private @Nullable Play play;

    /** What the connection has yet to take, ready to be read; while there is any, nothing is read. */
    private @Nullable ByteBuffer pending;

    /** What is to be done behind what is pending. */
    private After after = After.GO_ON;

    private boolean closed;

    OriginConnection(ScriptedOrigin origin, SocketChannel channel) throws IOException {
        this.origin = origin;
        this.channel = channel;
        this.key = origin.loop().register(channel, SelectionKey.OP_READ, this);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    }

    @Override
    public void ready(SelectionKey ready) {
        try {
            if (ready.isWritable()) {
                flush();
                return;
            }
            for (int i = 0; i < READS && !closed && pending == null && read(); i++) {
                // Read until there is nothing left.
            }
        } catch (ProtocolException wrong) {
            origin.wrong(String.valueOf(wrong.getMessage()));
            close();
        } catch (IOException broken) {
            close();
        }
    }

    /** Whether another read may bring more. */
    private boolean read() throws IOException {
        ByteBuffer in = origin.loop().in();
        int count = channel.read(in);
        ByteBuffer out = origin.buffers().take();
        if (count < 0) {
            key.interestOpsAnd(~SelectionKey.OP_READ);
            after = play == null ? After.CLOSE : play.finished(out);
        } else {
            take(in.flip(), out);
        }
        pending = out.flip();
        flush();
        return count == in.capacity();
    }

    private void take(ByteBuffer in, ByteBuffer out) throws IOException {
        HeadReader reader = head;
        while (reader != null && head != null && in.hasRemaining()) {
            if (reader.take(in.get())) {
                answer(reader.head().orElseThrow(() -> new ProtocolException("expected a head of HTTP/1.1")), out);
            }
        }
        if (play != null && in.hasRemaining()) {
            after = after(play.take(in, out));
        }
    }

    /** What has been said last is not taken back. */
    private After after(After next) {
        return next == After.GO_ON ? after : next;
    }

    private void answer(Head request, ByteBuffer out) {
        head = null;
        String path = request.word(1);
        Script script = Script.of(path);
        out.put(Answers.to(script, request.joined("Sec-WebSocket-Key")).getBytes(StandardCharsets.ISO_8859_1));
        after = Answers.after(script);
        if (!script.withoutTunnel()) {
            play = new Play(origin, script, Script.tunnel(path));
            origin.counts().opened();
        }
    }

    private void flush() throws IOException {
        ByteBuffer out = pending;
        if (out == null) {
            return;
        }
        channel.write(out);
        if (out.hasRemaining()) {
            key.interestOps(SelectionKey.OP_WRITE);
            return;
        }
        pending = null;
        origin.buffers().giveBack(out);
        perform();
    }

    private void perform() throws IOException {
        switch (after) {
            case CLOSE -> close();
            case RESET -> {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
                close();
            }
            case FINISH -> {
                after = After.GO_ON;
                channel.shutdownOutput();
            }
            case GO_ON -> key.interestOps(SelectionKey.OP_READ);
        }
    }

    private void close() {
        if (closed) {
            return;
        }
        closed = true;
        ByteBuffer out = pending;
        pending = null;
        if (out != null) {
            origin.buffers().giveBack(out);
        }
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            // It is gone all the same.
        }
        origin.counts().ended();
    }
}
