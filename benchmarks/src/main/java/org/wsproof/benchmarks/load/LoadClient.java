package org.wsproof.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Random;
import org.wsproof.benchmarks.load.line.Line;
import org.wsproof.benchmarks.load.line.PlainLine;
import org.wsproof.benchmarks.load.line.TlsBuffers;
import org.wsproof.benchmarks.load.line.TlsLine;
import org.wsproof.benchmarks.load.wire.Loop;
import org.wsproof.benchmarks.load.wire.Pattern;

/**
 * A client of thousands of tunnels at once, on one thread. It sends masked binary messages, compares each with what comes back,
 * octet for octet, and ends its connections in every way. In a steady run it allocates nothing a message.
 */
public final class LoadClient implements AutoCloseable {
    private static final int OUT_SIZE = 64 * 1024;

    private final LoadListener listener;
    private final Random random;
    private final Pattern pattern;
    private final Counts counts = new Counts();
    private final ByteBuffer out = ByteBuffer.allocateDirect(OUT_SIZE);
    private final TlsBuffers tlsBuffers = new TlsBuffers();
    private final Loop loop;
    private long tunnels;

    private LoadClient(LoadListener listener, long seed) throws IOException {
        this.listener = listener;
        this.random = new Random(seed);
        this.pattern = new Pattern(random.nextInt());
        this.loop = Loop.start(listener::turn, "load-client");
    }

    /**
     * Starts its thread.
     *
     * @param seed gives the keys of handshakes and the masking key, which is one for all
     */
    public static LoadClient start(LoadListener listener, long seed) throws IOException {
        return new LoadClient(listener, seed);
    }

    /** Runs a task on the client's thread, soon: the only one that tunnels may be used on. */
    public void execute(Runnable task) {
        loop.execute(task);
    }

    /** Connects and sends an opening handshake; on the client's thread. What becomes of it the listener is told. */
    public LoadTunnel open(LoadOrder order) {
        tunnels++;
        try {
            LoadTunnel tunnel = new LoadTunnel(this, order, tunnels);
            // Later, so that the caller knows the tunnel before the listener does.
            loop.execute(tunnel::connect);
            return tunnel;
        } catch (IOException e) {
            throw new UncheckedIOException("no descriptor for tunnel " + tunnels, e);
        }
    }

    /** What has been sent and verified. */
    public Counts counts() {
        return counts;
    }

    /** Fails if the client's thread has stopped, which a listener's mistake makes it do. */
    public void requireNoFault() {
        loop.requireNoFault();
    }

    LoadListener listener() {
        return listener;
    }

    Random random() {
        return random;
    }

    Pattern pattern() {
        return pattern;
    }

    Loop loop() {
        return loop;
    }

    Line line(SocketChannel channel, LoadOrder order) {
        return order.tls().isPresent() ? new TlsLine(channel, order.tls().get(), tlsBuffers) : new PlainLine(channel);
    }

    /** A buffer, empty; what it holds is of no use to the next caller. */
    ByteBuffer out() {
        return out.clear();
    }

    /** Ends every connection; nobody is told. */
    @Override
    public void close() {
        loop.close();
    }
}
