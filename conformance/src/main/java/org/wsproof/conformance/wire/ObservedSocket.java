package org.wsproof.conformance.wire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.Semaphore;

/**
 * A TCP connection that knows whether its peer's FIN was read. TLS over it says "end of stream" for a close_notify and for
 * a FIN without one alike; but it never reads on behind a close_notify, so the two can be told apart from beneath.
 */
public final class ObservedSocket extends Socket {
    private volatile boolean ended;

    /** True once a read met the peer's FIN. */
    boolean ended() {
        return ended;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                int octet = super.read();
                ended |= octet < 0;
                return octet;
            }

            @Override
            public int read(byte[] octets, int offset, int length) throws IOException {
                int count = super.read(octets, offset, length);
                ended |= count < 0;
                return count;
            }
        };
    }

    /**
     * A listener whose connections are observed, and that is gone once it is closed. A thread blocked in {@code accept} holds
     * the listening socket until it wakes up, which takes a while on a busy machine: until then the port takes connections, and
     * can't be bound again.
     */
    public static final class Listener extends ServerSocket {
        private final Semaphore accepting = new Semaphore(1);

        public Listener() throws IOException {
            // Not bound yet.
        }

        @Override
        public ObservedSocket accept() throws IOException {
            accepting.acquireUninterruptibly();
            try {
                ObservedSocket accepted = new ObservedSocket();
                implAccept(accepted);
                if (isClosed()) {
                    accepted.close();
                    throw new SocketException("the listener was closed");
                }
                return accepted;
            } finally {
                accepting.release();
            }
        }

        /** Closes it, and waits until nobody accepts from it any more. */
        @Override
        public void close() throws IOException {
            super.close();
            accepting.acquireUninterruptibly();
            accepting.release();
        }
    }
}
