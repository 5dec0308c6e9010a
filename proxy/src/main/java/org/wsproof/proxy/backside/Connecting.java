package org.wsproof.proxy.backside;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.wsproof.proxy.config.BacksideUrl;
import org.xnio.IoFuture;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.XnioIoThread;

/**
 * One try to connect to the backside: the name is resolved off the I/O thread, then each of its addresses is tried in turn.
 * The one timeout is for all of that; an address may take an equal share of what is left, so that a silent one leaves time
 * for those after it. Used on the I/O thread only, where it also reports.
 */
final class Connecting {
    private static final OptionMap OPTIONS = OptionMap.create(Options.TCP_NODELAY, true);

    private final XnioIoThread thread;
    private final BacksideUrl url;
    private final Duration timeout;
    private final Listener listener;
    private final Deque<InetAddress> left = new ArrayDeque<>();
    private String failures = "";
    private final Deadline deadline;

    /** By {@code System.nanoTime}; valid once started. */
    private long due;

    /** Read by the resolver's threads too. */
    private volatile boolean over;

    /** The connection being made; valid while an address is tried. */
    private @Nullable IoFuture<StreamConnection> future;

    /** Told once, unless the try was cancelled. */
    interface Listener {
        void connected(StreamConnection connection);

        /** Says which address failed why. */
        void unreachable(String reason);
    }

    Connecting(XnioIoThread thread, BacksideUrl url, Duration timeout, Listener listener) {
        this.thread = thread;
        this.url = url;
        this.timeout = timeout;
        this.listener = listener;
        this.deadline = new Deadline(thread, this::expired);
    }

    void start(Executor resolver) {
        due = System.nanoTime() + timeout.toNanos();
        try {
            if (url.isAddress()) {
                resolved(List.of(InetAddress.getAllByName(url.host())));
            } else {
                resolver.execute(this::resolve);
                deadline.start(timeout);
            }
        } catch (UnknownHostException | RejectedExecutionException e) {
            thread.execute(() -> fail("cannot resolve " + url.host() + ": " + e.getMessage()));
        }
    }

    void cancel() {
        over = true;
        deadline.stop();
        IoFuture<StreamConnection> connecting = future;
        if (connecting != null) {
            connecting.cancel();
        }
    }

    /** Resolvers that hang keep others waiting, whose clients may have gone meanwhile. */
    private void resolve() {
        if (over) {
            return;
        }
        try {
            List<InetAddress> addresses = List.of(InetAddress.getAllByName(url.host()));
            thread.execute(() -> resolved(addresses));
        } catch (UnknownHostException e) {
            thread.execute(() -> fail("unknown host " + url.host()));
        }
    }

    private void resolved(List<InetAddress> addresses) {
        deadline.stop();
        left.addAll(addresses);
        tryNext();
    }

    private void tryNext() {
        if (over) {
            return;
        }
        InetAddress address = left.pollFirst();
        if (address == null) {
            fail("no connection to " + url + ":" + failures);
            return;
        }
        InetSocketAddress target = new InetSocketAddress(address, url.port());
        IoFuture<StreamConnection> connecting = thread.openStreamConnection(target, this::connected, OPTIONS);
        future = connecting;
        deadline.start(Duration.ofNanos(Math.max(1, (due - System.nanoTime()) / (left.size() + 1))));
        connecting.addNotifier(new Failure(target), this);
    }

    private void connected(StreamConnection connection) {
        deadline.stop();
        if (over) {
            IoUtils.safeClose(connection);
            return;
        }
        over = true;
        listener.connected(connection);
    }

    private void failed(InetSocketAddress target, String reason) {
        deadline.stop();
        failures += " " + target + " " + reason + ";";
        tryNext();
    }

    private void fail(String reason) {
        if (!over) {
            over = true;
            deadline.stop();
            listener.unreachable(reason);
        }
    }

    private void expired() {
        IoFuture<StreamConnection> connecting = future;
        if (connecting == null) {
            fail(url.host() + " not resolved within " + timeout.toMillis() + " ms");
        } else {
            connecting.cancel();
        }
    }

    /** Notifiers run wherever the future fails, so this goes back to the I/O thread. */
    private static final class Failure extends IoFuture.HandlingNotifier<StreamConnection, Connecting> {
        private final InetSocketAddress target;

        Failure(InetSocketAddress target) {
            this.target = target;
        }

        @Override
        public void handleFailed(IOException reason, Connecting connecting) {
            String message = String.valueOf(reason.getMessage());
            connecting.thread.execute(() -> connecting.failed(target, message));
        }

        @Override
        public void handleCancelled(Connecting connecting) {
            String message = "no answer in time";
            connecting.thread.execute(() -> connecting.failed(target, message));
        }
    }
}
