package org.wsproof.conformance.wire;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.wsproof.conformance.model.Ending;

/**
 * A blocking connection with a reader and a writer thread of its own, so that neither a silent nor a stalled peer stops a
 * script. Everything is told to one {@link Listener}, from those two threads.
 */
public final class Connection implements AutoCloseable {
    /**
     * Kernel buffers of the kit's connections: small, since back-pressure is bounded by them, but of several of loopback's
     * segments (64 KiB), or a sender waits 200 ms for each window that is smaller than one.
     */
    public static final int KERNEL_BUFFER = 256 * 1024;

    private static final int READ_BUFFER = 64 * 1024;

    /** What is told of a connection. */
    public interface Listener {
        void received(byte[] octets, int length);

        /** The peer ended its direction; told once at most, and not where this side closed first. */
        void ended(Ending how);
    }

    private final Socket tcp;
    private final Socket top;
    private final Outbox outbox;
    private final Object pace = new Object();
    private boolean reading = true;
    private final AtomicBoolean over = new AtomicBoolean();

    private Connection(Socket tcp, Socket top) throws IOException {
        this.tcp = tcp;
        this.top = top;
        OutputStream out = top.getOutputStream();
        this.outbox = new Outbox(out, this::finishNow);
    }

    /** A plain connection. */
    public static Connection plain(Socket tcp) throws IOException {
        return new Connection(tcp, tcp);
    }

    /** A TLS connection whose handshake is done. */
    public static Connection tls(ObservedSocket tcp, SSLSocket tls) throws IOException {
        return new Connection(tcp, tls);
    }

    /** Starts both threads. */
    public void start(Executor threads, Listener listener) {
        threads.execute(outbox);
        threads.execute(() -> read(listener));
    }

    /** The TLS layer, where there is one. */
    public Optional<SSLSocket> tls() {
        return top instanceof SSLSocket ssl ? Optional.of(ssl) : Optional.empty();
    }

    public Outbox outbox() {
        return outbox;
    }

    /** Stops or resumes reading; what a read under way brings is still taken. */
    public void pace(boolean read) {
        synchronized (pace) {
            reading = read;
            pace.notifyAll();
        }
    }

    /** Ends this side: {@code RST} at once, any other ending behind what is queued. */
    public void finish(Ending how) {
        if (how == Ending.RST) {
            over.set(true);
            reset();
        } else {
            outbox.finish(how);
        }
    }

    /** True once this side or the peer has ended the connection as a whole. */
    public boolean over() {
        return over.get();
    }

    /** Closes at once; queued octets are dropped. */
    @Override
    public void close() {
        over.set(true);
        pace(true);
        outbox.close();
        try {
            tcp.close();
        } catch (IOException e) {
            // The connection is given up either way.
        }
    }

    private void reset() {
        outbox.close();
        try {
            tcp.setSoLinger(true, 0);
            tcp.close();
        } catch (IOException e) {
            // Already gone: the peer was faster.
        }
        pace(true);
    }

    private void finishNow(Ending how) throws IOException {
        if (how == Ending.TLS_TRUNCATED) {
            tcp.shutdownOutput();
        } else {
            top.shutdownOutput();
        }
    }

    private void read(Listener listener) {
        byte[] buffer = new byte[READ_BUFFER];
        try {
            while (paced()) {
                int length = top.getInputStream().read(buffer);
                if (length < 0) {
                    listener.ended(endOfStream());
                    return;
                }
                listener.received(buffer, length);
            }
        } catch (IOException e) {
            if (!over.get()) {
                over.set(true);
                listener.ended(ending(e));
            }
        }
    }

    private Ending endOfStream() {
        if (tls().isEmpty()) {
            return Ending.FIN;
        }
        return tcp instanceof ObservedSocket observed && observed.ended() ? Ending.TLS_TRUNCATED : Ending.TLS_CLOSE;
    }

    private static Ending ending(IOException e) {
        boolean truncated =
                e instanceof EOFException || (e instanceof SSLException && !(e.getCause() instanceof SocketException));
        return truncated ? Ending.TLS_TRUNCATED : Ending.RST;
    }

    /** Waits while reading is stopped; false once the connection is over. */
    private boolean paced() {
        synchronized (pace) {
            while (!reading && !over.get()) {
                try {
                    pace.wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        }
        return !over.get();
    }
}
