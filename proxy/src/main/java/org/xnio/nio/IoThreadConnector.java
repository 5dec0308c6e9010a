package org.xnio.nio;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnsupportedAddressTypeException;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.XnioIoThread;

/**
 * One connection that an I/O thread makes, in its address's own family, since a socket of IPv6 with an address of IPv4 costs
 * more. A backside on this host has often accepted before the system's call returns: then nobody waits for the selector to
 * say so. It stands in XNIO's package as {@link IoThreadAcceptor} does. Used on that thread only.
 */
public final class IoThreadConnector {
    private final WorkerThread thread;
    private final InetSocketAddress target;
    private final Listener listener;
    private @Nullable NioSocketStreamConnection connection;
    private boolean over;

    /** Told one of these once, on the I/O thread and never within {@link #connect}; nothing after {@link #cancel}. */
    public interface Listener {
        void connected(StreamConnection connection);

        /** The system's reason, such as that the connection was refused. */
        void failed(InetSocketAddress target, IOException reason);
    }

    public IoThreadConnector(XnioIoThread thread, InetSocketAddress target, Listener listener) {
        this.thread = (WorkerThread) thread;
        this.target = target;
        this.listener = listener;
    }

    public InetSocketAddress target() {
        return target;
    }

    /** To be called once. */
    public void connect() {
        try {
            SocketChannel channel = open();
            try {
                connect(channel);
            } catch (IOException | RuntimeException e) {
                IoUtils.safeClose(channel);
                throw e;
            }
        } catch (IOException e) {
            thread.execute(() -> failed(e));
        }
    }

    /** A socket in the family of the target; of both families where it is of IPv6. */
    private SocketChannel open() throws IOException {
        return target.getAddress() instanceof Inet4Address
                ? SocketChannel.open(StandardProtocolFamily.INET)
                : SocketChannel.open();
    }

    private void connect(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        SelectionKey key = thread.registerChannel(channel);
        NioSocketStreamConnection made = new NioSocketStreamConnection(thread, key, IoThreadAcceptor.NOBODY);
        connection = made;
        if (begins(channel) || channel.finishConnect()) {
            thread.execute(() -> connected(made));
        } else {
            Pending pending = new Pending(thread, key, made);
            key.attach(pending);
            pending.resume(SelectionKey.OP_CONNECT);
        }
    }

    private boolean begins(SocketChannel channel) throws IOException {
        try {
            return channel.connect(target);
        } catch (UnsupportedAddressTypeException noSuchFamily) {
            throw new IOException("Address family not supported here", noSuchFamily);
        }
    }

    /** Closes the connection unless the listener has it. */
    public void cancel() {
        if (!over) {
            over = true;
            IoUtils.safeClose(connection);
        }
    }

    private void connected(NioSocketStreamConnection made) {
        if (!over) {
            over = true;
            listener.connected(made);
        }
    }

    private void failed(IOException reason) {
        if (!over) {
            over = true;
            IoUtils.safeClose(connection);
            listener.failed(target, reason);
        }
    }

    /** The connection until the system says how it went. What comes of that is told in a task, whose faults XNIO writes to the log. */
    private final class Pending extends NioHandle {
        private final NioSocketStreamConnection made;

        Pending(WorkerThread thread, SelectionKey key, NioSocketStreamConnection made) {
            super(thread, key);
            this.made = made;
        }

        @Override
        void handleReady(int ops) {
            try {
                if (made.getChannel().finishConnect()) {
                    suspend(SelectionKey.OP_CONNECT);
                    getSelectionKey().attach(made.getConduit());
                    getWorkerThread().execute(() -> connected(made));
                }
            } catch (IOException e) {
                getWorkerThread().execute(() -> failed(e));
            }
        }

        /** The worker shuts down, and has closed the channel. */
        @Override
        void forceTermination() {}

        @Override
        void terminated() {}
    }
}
