package org.wsproof.benchmarks.load.origin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.wsproof.benchmarks.load.Counts;
import org.wsproof.benchmarks.load.Script;
import org.wsproof.benchmarks.load.wire.Loop;
import org.wsproof.benchmarks.load.wire.Pattern;

/** An origin of thousands of tunnels at once, on one thread. What it does with each its request's path says: {@link Script}. */
public final class ScriptedOrigin implements AutoCloseable {
    private static final int BUFFER_SIZE = 520 * 1024;
    private static final int BACKLOG = 4096;

    private final Counts counts = new Counts();
    private final Pattern pattern = new Pattern(0);
    private final Buffers buffers = new Buffers(BUFFER_SIZE);
    private final ByteBuffer scratch = ByteBuffer.allocateDirect(BUFFER_SIZE);
    private final ServerSocketChannel listener;
    private final InetSocketAddress address;
    private final Loop loop;

    /** What the first client did that has broken the protocol; "" while none has. */
    private volatile String wrong = "";

    private ScriptedOrigin(ServerSocketChannel listener) throws IOException {
        this.listener = listener;
        this.address = (InetSocketAddress) listener.getLocalAddress();
        this.loop = Loop.start(now -> Long.MAX_VALUE, "scripted-origin");
    }

    /** Listens there; port 0 leaves the choice to the system. */
    public static ScriptedOrigin start(InetSocketAddress address) throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open();
        listener.bind(address, BACKLOG);
        ScriptedOrigin origin = new ScriptedOrigin(listener);
        origin.loop.execute(origin::listen);
        return origin;
    }

    private void listen() {
        try {
            loop.register(listener, SelectionKey.OP_ACCEPT, key -> accept());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            SocketChannel accepted = listener.accept();
            while (accepted != null) {
                new OriginConnection(this, accepted);
                accepted = listener.accept();
            }
        } catch (IOException gone) {
            wrong("a connection can't be accepted: " + gone);
        }
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return address;
    }

    /** What it has taken and sent. */
    public Counts counts() {
        return counts;
    }

    /** What the first client did that has broken the protocol, or sent another payload than it should; "" while none has. */
    public String wrong() {
        return wrong;
    }

    void wrong(String what) {
        if (wrong.isEmpty()) {
            wrong = what;
        }
    }

    Loop loop() {
        return loop;
    }

    Pattern pattern() {
        return pattern;
    }

    Buffers buffers() {
        return buffers;
    }

    /** A buffer, empty; what it holds is of no use to the next caller. */
    ByteBuffer scratch() {
        return scratch.clear();
    }

    /** Ends every connection. */
    @Override
    public void close() {
        loop.close();
    }
}
