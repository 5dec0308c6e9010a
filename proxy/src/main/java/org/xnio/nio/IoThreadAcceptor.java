package org.xnio.nio;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.XnioWorker;

/**
 * A listening socket whose connections the I/O threads accept themselves. XNIO's own has one thread more for that, which every
 * new connection and every closed one wakes: a fifth of what an opening handshake costs. It stands in XNIO's package since
 * only there a connection can be made of a {@link SocketChannel}.
 */
public final class IoThreadAcceptor implements AutoCloseable {
    /** So that a flood of connections does not starve those that there are. */
    private static final int MOST_A_TURN = 128;

    /** How long none is accepted after one could not be. */
    private static final long PAUSE_MILLIS = 250;

    /** How long the end of it may take. */
    private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** Who is told that a connection has closed: nothing here counts them. */
    static final ChannelClosed NOBODY = () -> {};

    private final NioXnioWorker worker;
    private final ServerSocketChannel channel;
    private final Listener listener;
    private final List<Door> doors = new ArrayList<>();
    private final AtomicBoolean paused = new AtomicBoolean();

    /** Told of what comes. */
    public interface Listener {
        /** One more; called on its I/O thread. */
        void accepted(StreamConnection connection);

        /** One could not be accepted, such as for want of descriptors; called on any I/O thread. It is tried again soon. */
        void failed(IOException reason);
    }

    private IoThreadAcceptor(NioXnioWorker worker, ServerSocketChannel channel, Listener listener) {
        this.worker = worker;
        this.channel = channel;
        this.listener = listener;
    }

    /**
     * Binds the address; connections are accepted from {@link #start} on. An address of IPv4, 0.0.0.0 too, has a socket of IPv4, which
     * costs less; {@code ::} is for both families.
     *
     * @param backlog how many connections may wait to be accepted, 1 at least; the system may allow less
     * @throws IOException if the address cannot be bound
     */
    public static IoThreadAcceptor bind(XnioWorker worker, InetSocketAddress address, int backlog, Listener listener)
            throws IOException {
        ServerSocketChannel channel = address.getAddress() instanceof Inet4Address
                ? ServerSocketChannel.open(StandardProtocolFamily.INET)
                : ServerSocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            channel.configureBlocking(false);
            // Unlike the channel, its socket says of a name that nobody knows that it is one.
            channel.socket().bind(address, backlog);
            IoThreadAcceptor acceptor = new IoThreadAcceptor((NioXnioWorker) worker, channel, listener);
            acceptor.register();
            return acceptor;
        } catch (IOException | RuntimeException e) {
            IoUtils.safeClose(channel);
            throw e;
        }
    }

    private void register() throws IOException {
        for (WorkerThread thread : worker.getAll()) {
            SelectionKey key = thread.registerChannel(channel);
            Door door = new Door(thread, key);
            key.attach(door);
            doors.add(door);
        }
    }

    private void goOn() {
        paused.set(false);
        start();
    }

    /** Begins to accept. */
    public void start() {
        doors.forEach(door -> door.resume(SelectionKey.OP_ACCEPT));
    }

    /**
     * The address listened on.
     *
     * @throws IOException if it is closed
     */
    public InetSocketAddress address() throws IOException {
        return (InetSocketAddress) channel.getLocalAddress();
    }

    /**
     * Accepts no more: unless this is called on an I/O thread, which can't wait for itself, the address is free once it returns, a second at
     * most. Connections that wait to be accepted are reset.
     */
    @Override
    public void close() {
        IoUtils.safeClose(channel);
        doors.forEach(door -> door.cancelKey(false));
        if (WorkerThread.getCurrent() == null) {
            awaitLetGo();
        }
    }

    /** The system listens on until each I/O thread's selector has let go of the socket, and the last of these has closed it. */
    private void awaitLetGo() {
        long begun = System.nanoTime();
        while (channel.isRegistered() && System.nanoTime() - begun < MOST_NANOS) {
            LockSupport.parkNanos(MOST_NANOS / 10_000);
        }
        CountDownLatch selected = new CountDownLatch(doors.size());
        try {
            doors.forEach(door -> door.getWorkerThread().execute(selected::countDown));
            if (!selected.await(MOST_NANOS, TimeUnit.NANOSECONDS) || channel.isRegistered()) {
                listener.failed(new IOException("the listening socket is still held"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RejectedExecutionException stopping) {
            // The selectors are closed then, and the socket with them.
        }
    }

    /** The listening socket as one I/O thread sees it. */
    private final class Door extends NioHandle {
        Door(WorkerThread thread, SelectionKey key) {
            super(thread, key);
        }

        @Override
        void handleReady(int ops) {
            try {
                SocketChannel next = channel.accept();
                for (int i = 1; next != null; i++) {
                    admit(next);
                    next = i < MOST_A_TURN ? channel.accept() : null;
                }
            } catch (ClosedChannelException left) {
                // Whoever closed it knows.
            } catch (IOException e) {
                pause(e);
            }
        }

        private void admit(SocketChannel accepted) {
            WorkerThread thread = worker.getIoThread(ThreadLocalRandom.current().nextInt());
            try {
                accepted.configureBlocking(false);
                accepted.setOption(StandardSocketOptions.TCP_NODELAY, true);
                SelectionKey key = thread.registerChannel(accepted);
                StreamConnection connection = new NioSocketStreamConnection(thread, key, NOBODY);
                if (thread.equals(getWorkerThread())) {
                    listener.accepted(connection);
                } else {
                    thread.execute(() -> listener.accepted(connection));
                }
            } catch (IOException broken) {
                IoUtils.safeClose(accepted);
                listener.failed(broken);
            } catch (RejectedExecutionException stopping) {
                IoUtils.safeClose(accepted);
            }
        }

        /** For all threads, which would fail alike. */
        private void pause(IOException reason) {
            doors.forEach(door -> door.suspend(SelectionKey.OP_ACCEPT));
            if (paused.compareAndSet(false, true)) {
                listener.failed(reason);
                getWorkerThread().executeAfter(IoThreadAcceptor.this::goOn, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            }
        }

        /** The worker shuts down, and has closed the channel. */
        @Override
        void forceTermination() {}

        @Override
        void terminated() {}
    }
}
