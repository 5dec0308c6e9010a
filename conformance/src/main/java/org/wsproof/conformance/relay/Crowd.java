package org.wsproof.conformance.relay;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.relay.fault.Faults;
import org.wsproof.conformance.relay.http.Refused;
import org.wsproof.conformance.relay.http.Request;
import org.wsproof.conformance.relay.link.Link;
import org.wsproof.conformance.relay.tunnel.Neighbours;

/** What the sessions of one frontside have in common. A sound relay's have nothing: only faults make use of it. Thread-safe. */
final class Crowd {
    private static final int PENDING = 16;
    private static final int TUNNELS = 40;
    private static final int EVERY = 150;
    private static final int RESETS = 8;
    private static final long WHILE = Duration.ofSeconds(1).toNanos();

    private final Faults faults;
    private final Neighbours neighbours;
    private final Semaphore pending = new Semaphore(PENDING);
    private final AtomicInteger upgrades = new AtomicInteger();

    // Guarded by this.
    private final Deque<Long> resets = new ArrayDeque<>();
    private Optional<Kept> kept = Optional.empty();

    private record Kept(Link back, String agent) {}

    Crowd(Faults faults) {
        this.faults = faults;
        this.neighbours = new Neighbours(faults);
    }

    Neighbours neighbours() {
        return neighbours;
    }

    /** @throws Refused 503, by a fault */
    void admit(Request request) throws Refused {
        if (faults.has(Fault.REFUSES_NOW_AND_THEN) && request.upgrade() && upgrades.incrementAndGet() % EVERY == 0) {
            throw Refused.staying(503, "not this one");
        }
        if (faults.has(Fault.REFUSES_AFTER_RESETS) && recentResets() >= RESETS) {
            throw Refused.staying(503, "too many origins have reset");
        }
    }

    /** True if a fault lets this request wait until its client leaves. */
    boolean waits(Request request) {
        return faults.has(Fault.TUNNELS_EAT_HTTP) && !request.upgrade() && neighbours.count() >= TUNNELS;
    }

    void asks() {
        if (faults.has(Fault.PENDING_FILL_UP)) {
            pending.acquireUninterruptibly();
        }
    }

    void answered() {
        if (faults.has(Fault.PENDING_FILL_UP)) {
            pending.release();
        }
    }

    synchronized void originReset() {
        resets.add(System.nanoTime());
    }

    private synchronized int recentResets() {
        resets.removeIf(at -> System.nanoTime() - at > WHILE);
        return resets.size();
    }

    /** True if a fault keeps the origin's connection, for an upgrade of the same user agent. */
    synchronized boolean keeps(Link back, Request request) {
        boolean pools = faults.has(Fault.REFUSES_101_ON_REUSED) || faults.has(Fault.USES_ENDED_CONNECTION);
        if (!pools || agent(request).isEmpty() || !request.method().equals("GET")) {
            return false;
        }
        kept.ifPresent(before -> before.back().close());
        kept = Optional.of(new Kept(back, agent(request)));
        return true;
    }

    /** A connection to the origin that a fault uses again for this request. */
    Optional<Link> used(Request request) {
        return request.upgrade() ? kept(agent(request)) : neighbours.left();
    }

    private synchronized Optional<Link> kept(String agent) {
        Optional<Kept> taken = kept.filter(one -> one.agent().equals(agent));
        if (taken.isPresent()) {
            kept = Optional.empty();
        }
        return taken.map(Kept::back);
    }

    private static String agent(Request request) {
        return request.head().joined("User-Agent");
    }
}
