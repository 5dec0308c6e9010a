package org.wsproof.benchmarks.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.wsproof.benchmarks.load.LoadEnd.Kind;
import org.wsproof.benchmarks.load.line.Line;
import org.wsproof.benchmarks.load.wire.Frames;
import org.wsproof.benchmarks.load.wire.Loop;
import org.wsproof.conformance.wire.OpeningHandshake;

/** One connection of a load client, and its tunnel. Used on the client's thread only. */
public final class LoadTunnel implements Loop.Ready {
    /** So that one busy tunnel does not starve others. */
    private static final int READS = 4;

    private final LoadClient client;
    private final LoadOrder order;
    private final long number;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final Outgoing outgoing;
    private final Incoming incoming;
    private final Line line;
    private final Answer answer;
    private boolean open;
    private boolean inputOver;

    /** Whether a FIN follows what is to be written. */
    private boolean finishing;

    private boolean outputOver;
    private boolean ended;

    LoadTunnel(LoadClient client, LoadOrder order, long number) throws IOException {
        this.client = client;
        this.order = order;
        this.number = number;
        String handshakeKey = OpeningHandshake.key(client.random());
        this.answer = new Answer(handshakeKey);
        this.outgoing = new Outgoing(client, number, order.window());
        this.incoming = new Incoming(this, client.pattern());
        this.channel = SocketChannel.open();
        this.line = client.line(channel, order);
        this.key = client.loop().register(channel, 0, this);
        outgoing.raw(ByteBuffer.wrap(order.request(number, handshakeKey).getBytes(StandardCharsets.ISO_8859_1)));
    }

    void connect() {
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            if (order.source().isPresent()) {
                channel.bind(new InetSocketAddress(order.source().get(), 0));
            }
            if (channel.connect(order.target())) {
                connected();
            } else {
                key.interestOps(SelectionKey.OP_CONNECT);
            }
        } catch (IOException e) {
            end(new LoadEnd(Kind.UNREACHABLE, e.toString()));
        }
    }

    private void connected() throws IOException {
        key.interestOps(SelectionKey.OP_READ);
        line.begin();
        flush();
    }

    /** Unique in its client, from 1 on. */
    public long number() {
        return number;
    }

    /** What it was opened for. */
    public LoadOrder order() {
        return order;
    }

    /** Whether {@link #send} takes a message now. */
    public boolean takesMessage() {
        return open && !finishing && underWay() < order.window();
    }

    /** Messages that are sent, or will be, and have not come back. */
    public int underWay() {
        return (int) (outgoing.queued() - incoming.messages());
    }

    /** How many have come back. */
    public long verified() {
        return incoming.messages();
    }

    /**
     * Sends a binary message, now.
     *
     * @param octets of its payload, 0 to 1 MiB
     * @throws IllegalStateException if there is no tunnel, or as many messages as its window has are under way
     */
    public void send(int octets) {
        send(octets, System.nanoTime());
    }

    /** The same; {@code due} is when it was to be sent, from which its latency counts. */
    public void send(int octets, long due) {
        if (!takesMessage()) {
            throw new IllegalStateException("can't send on tunnel " + number + ": " + outgoing);
        }
        outgoing.message(octets, due);
        flush();
    }

    /** Sends a Close. */
    public void close(int code) {
        outgoing.raw(Frames.maskedClose(code, client.pattern().key()));
        flush();
    }

    /** Sends half of a message of that many octets: more than its header, less than its frame. */
    public void sendPart(int octets) {
        outgoing.part(octets);
        flush();
    }

    /** Ends this direction with a FIN behind all that was sent; the other goes on. */
    public void finish() {
        finishing = true;
        flush();
    }

    /** Ends the connection with a FIN, now, whatever is under way. */
    public void leave() {
        end(LoadEnd.of(Kind.LEFT));
    }

    /** Ends the connection with a RST. */
    public void reset() {
        try {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException alreadyClosed) {
            // Then there is nothing to reset.
        }
        end(LoadEnd.of(Kind.LEFT));
    }

    @Override
    public void ready(SelectionKey ready) {
        try {
            if (ready.isConnectable()) {
                channel.finishConnect();
                connected();
                return;
            }
            if (ready.isWritable()) {
                flush();
            }
            for (int i = 0; i < READS && ready.isValid() && ready.isReadable() && read(); i++) {
                // Read until there is nothing left.
            }
        } catch (ProtocolException wrong) {
            end(new LoadEnd(Kind.WRONG, String.valueOf(wrong.getMessage())));
        } catch (IOException broken) {
            end(new LoadEnd(channel.isConnected() ? Kind.RESET : Kind.UNREACHABLE, broken.toString()));
        }
    }

    /** Whether another read may bring more. */
    private boolean read() throws IOException {
        ByteBuffer in = client.loop().in();
        line.read(in);
        if (line.stirred()) {
            flush();
        }
        boolean more = !in.hasRemaining();
        in.flip();
        if (!ended) {
            answer(in);
        }
        if (open && !ended) {
            incoming.take(in);
        }
        if (!ended && line.over()) {
            exhausted();
        }
        return !ended && !inputOver && more;
    }

    private void answer(ByteBuffer in) throws ProtocolException {
        if (!answer.take(in)) {
            return;
        }
        if (!answer.refusal().isEmpty()) {
            finish();
            return;
        }
        open = true;
        client.counts().opened();
        client.listener().opened(this);
    }

    private void exhausted() {
        inputOver = true;
        key.interestOpsAnd(~SelectionKey.OP_READ);
        if (!open) {
            String refusal = answer.refusal();
            end(refusal.isEmpty() ? LoadEnd.of(Kind.UNANSWERED) : new LoadEnd(Kind.REFUSED, refusal));
        } else if (!incoming.complete()) {
            end(LoadEnd.of(Kind.CUT));
        } else if (outputOver) {
            end(LoadEnd.of(Kind.FINISHED));
        } else {
            client.listener().finished(this);
        }
    }

    private void flush() {
        if (ended || outputOver || !channel.isConnected()) {
            return;
        }
        try {
            outputOver = outgoing.writeTo(line) && line.flush() && finishing && line.finish();
            if (line.blocked()) {
                key.interestOpsOr(SelectionKey.OP_WRITE);
            } else {
                key.interestOpsAnd(~SelectionKey.OP_WRITE);
            }
        } catch (IOException broken) {
            end(new LoadEnd(Kind.RESET, broken.toString()));
            return;
        }
        if (outputOver && inputOver) {
            end(LoadEnd.of(Kind.FINISHED));
        }
    }

    boolean ended() {
        return ended;
    }

    int requireSent(long message) throws ProtocolException {
        if (message >= outgoing.queued()) {
            throw new ProtocolException("expected no message, as each has come back; found one");
        }
        return outgoing.length(message);
    }

    void echoed(long message, int octets) {
        client.counts().received(octets);
        client.listener().echoed(this, octets, outgoing.time(message));
    }

    void closeReceived(int code) {
        client.listener().closed(this, code);
    }

    private void end(LoadEnd end) {
        if (ended) {
            return;
        }
        ended = true;
        try {
            channel.close();
        } catch (IOException alreadyGone) {
            // It is gone all the same.
        }
        client.counts().ended();
        client.listener().ended(this, end);
    }
}
