package org.wsproof.conformance.relay.link;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** One connection, with its two directions. Ending it any of the ways below may be asked for twice, by any thread. */
public final class Link {
    /** Octets of kernel buffer asked for in each direction: they bound what the relay takes in for a peer that stalls. */
    public static final int KERNEL_BUFFER = 64 * 1024;

    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final Socket tcp;
    private final Socket stream;
    private final Inlet inlet;
    private final Threads threads;
    private final AtomicBoolean finished = new AtomicBoolean();

    /**
     * Begins to read ahead at once.
     *
     * @param tcp the connection itself
     * @param stream the same, or TLS over it with the handshake done
     */
    Link(Socket tcp, Socket stream, Threads threads) throws IOException {
        this.tcp = tcp;
        this.stream = stream;
        this.inlet = new Inlet(stream.getInputStream());
        this.threads = threads;
        threads.run(inlet::readAhead);
    }

    public Inlet inlet() {
        return inlet;
    }

    /** Unbuffered; blocks while the peer does not read. */
    public OutputStream outlet() throws IOException {
        return stream.getOutputStream();
    }

    /** The TCP connection beneath TLS: what is written here goes out in clear. */
    public OutputStream clear() throws IOException {
        return tcp.getOutputStream();
    }

    /** The peer's IP address. */
    public String peer() {
        return tcp.getInetAddress().getHostAddress();
    }

    /** The address and port on the relay's own side, as a host field has them. */
    public String local() {
        return tcp.getLocalAddress().getHostAddress() + ":" + tcp.getLocalPort();
    }

    /** Ends the sending direction: FIN, on TLS close_notify. */
    public void finish() {
        if (!finished.compareAndSet(false, true)) {
            return;
        }
        try {
            stream.shutdownOutput();
        } catch (IOException e) {
            // The connection is gone already, which ends this direction as well.
            reset();
        }
    }

    /** For faults: ends the sending direction of the TCP connection, whatever is over it. */
    public void truncate() {
        if (!finished.compareAndSet(false, true)) {
            return;
        }
        try {
            tcp.shutdownOutput();
        } catch (IOException e) {
            reset();
        }
    }

    /** Ends both directions, in good order as far as the peer allows; returns at once. */
    public void close() {
        threads.run(() -> {
            finish();
            quietly(stream);
        });
        // TLS waits for a writer that is stuck before it says goodbye.
        threads.after(FAREWELL, () -> quietly(tcp));
    }

    /**
     * Ends the sending direction, and takes in what the peer still sends for at most a second: closing at once would
     * reset the connection and destroy the answer on its way (RFC 9112 §9.6).
     */
    public void farewell() {
        finish();
        threads.after(FAREWELL, () -> quietly(tcp));
        inlet.pourInto(new Drain() {
            @Override
            public void octets(byte[] octets, int length) {}

            @Override
            public void ended(End how) {
                quietly(tcp);
            }
        });
    }

    /** Ends both directions at once, by a TCP reset. */
    public void reset() {
        try {
            tcp.setSoLinger(true, 0);
        } catch (IOException e) {
            // Only a connection that is closed already refuses the option.
            return;
        }
        quietly(tcp);
    }

    /** Closes without a word: for a connection that is given up. */
    public static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // Closing is the last thing done here; a connection that fails in it is closed all the same.
            return;
        }
    }
}
