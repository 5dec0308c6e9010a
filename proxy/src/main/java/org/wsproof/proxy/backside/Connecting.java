package org.wsproof.proxy.backside;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.xnio.StreamConnection;
import org.xnio.XnioIoThread;
import org.xnio.nio.IoThreadConnector;

/**
 * One try to connect to the backside: the name is resolved off the I/O thread, then each of its addresses is tried in turn.
 * The one timeout is for all of that; an address may take an equal share of what is left, so that a silent one leaves time
 * for those after it. Used on the I/O thread only, where it also reports.
 */
final class Connecting implements IoThreadConnector.Listener {
    private final XnioIoThread thread;
    private final Backside backside;
    private final Listener listener;
    private final Deque<InetAddress> left = new ArrayDeque<>();
    private String failures = "";
    private final Deadline deadline;

    /** By {@code System.nanoTime}; valid once started. */
    private long due;

    /** Read by the resolver's threads too. */
    private volatile boolean over;

    /** The connection being made; valid while an address is tried. */
    private @Nullable IoThreadConnector current;

    /** Told once, unless the try was cancelled. */
    interface Listener {
        void connected(StreamConnection connection);

        /** Says which address failed why. */
        void unreachable(String reason);
    }

    Connecting(XnioIoThread thread, Backside backside, Listener listener) {
        this.thread = thread;
        this.backside = backside;
        this.listener = listener;
        this.deadline = new Deadline(thread, this::expired);
    }

    void start() {
        Duration timeout = timeout();
        due = System.nanoTime() + timeout.toNanos();
        try {
            if (backside.isAddress()) {
                resolved(List.of(InetAddress.getAllByName(host())));
            } else {
                backside.resolver().execute(this::resolve);
                deadline.start(timeout);
            }
        } catch (UnknownHostException | RejectedExecutionException e) {
            thread.execute(() -> fail("cannot resolve " + host() + ": " + e.getMessage()));
        }
    }

    private Duration timeout() {
        return backside.timers().connect();
    }

    private String host() {
        return backside.url().host();
    }

    void cancel() {
        over = true;
        deadline.stop();
        IoThreadConnector connector = current;
        if (connector != null) {
            connector.cancel();
        }
    }

    /** Resolvers that hang keep others waiting, whose clients may have gone meanwhile. */
    private void resolve() {
        if (over) {
            return;
        }
        try {
            List<InetAddress> addresses = List.of(InetAddress.getAllByName(host()));
            thread.execute(() -> resolved(addresses));
        } catch (UnknownHostException e) {
            thread.execute(() -> fail("unknown host " + host()));
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
            fail("no connection to " + backside.url() + ":" + failures);
            return;
        }
        IoThreadConnector connector = new IoThreadConnector(
                thread, new InetSocketAddress(address, backside.url().port()), this);
        current = connector;
        deadline.start(Duration.ofNanos(Math.max(1, (due - System.nanoTime()) / (left.size() + 1))));
        connector.connect();
    }

    @Override
    public void connected(StreamConnection connection) {
        over = true;
        deadline.stop();
        listener.connected(connection);
    }

    @Override
    public void failed(InetSocketAddress target, IOException reason) {
        notReached(target, String.valueOf(reason.getMessage()));
    }

    private void notReached(InetSocketAddress target, String reason) {
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
        IoThreadConnector connector = current;
        if (connector == null) {
            fail(host() + " not resolved within " + timeout().toMillis() + " ms");
        } else {
            connector.cancel();
            notReached(connector.target(), "no answer in time");
        }
    }
}
