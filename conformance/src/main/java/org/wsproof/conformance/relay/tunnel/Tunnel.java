package org.wsproof.conformance.relay.tunnel;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.relay.fault.Faults;
import org.wsproof.conformance.relay.frames.Changes;
import org.wsproof.conformance.relay.frames.Controls;
import org.wsproof.conformance.relay.link.IdleTimer;
import org.wsproof.conformance.relay.link.Outlet;

/**
 * An upgraded pair of connections. Relays octets unaltered, a FIN as a half-close and a reset as a reset, and ends both
 * legs when both directions have ended or no octet moved in either for the idle time.
 */
public final class Tunnel {
    /** Close 1001 (RFC 6455 §5.5.1), as a server and as a client writes it; any masking key will do for no secret. */
    private static final byte[] GOING_AWAY = {(byte) 0x88, 2, 3, (byte) 0xe9};

    private static final byte[] GOING_AWAY_MASKED = {(byte) 0x88, (byte) 0x82, 1, 2, 3, 4, 3 ^ 1, (byte) (0xe9 ^ 2)};

    private static final long MUCH = 128 * 1024;

    private final TunnelPlan plan;
    private final Faults faults;
    private final IdleTimer idle;
    private final Changes changes;
    private final Object oneLock = new Object();
    /** One a direction; none before the tunnel is open. */
    private volatile List<LastWord> lastWords = List.of();

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicLong octets = new AtomicLong();
    private final AtomicInteger directions = new AtomicInteger(2);

    public Tunnel(TunnelPlan plan) {
        this.plan = plan;
        this.faults = plan.faults();
        Duration time = faults.has(Fault.IDLE_EARLY) ? plan.idle().dividedBy(2) : plan.idle();
        this.idle = new IdleTimer(time, plan.threads(), this::expired);
        this.changes = new Changes(faults);
    }

    /** Begins to relay; the 101 is written. Blocks only while the client does not take what came behind it. */
    public void open() throws IOException {
        Activity clients = new Activity(idle, faults, true);
        Activity origins = new Activity(idle, faults, false);
        OutputStream toOrigin = faults.has(Fault.PLAIN_AFTER_101)
                ? plan.back().clear()
                : plan.back().outlet();
        LastWord toBack = lastWord(new LinkOutlet(plan.back(), toOrigin, clients, lock()), GOING_AWAY_MASKED);
        Outlet back = toBack;
        OutputStream toClient = faults.has(Fault.CLEAR_AFTER_101)
                ? plan.front().clear()
                : plan.front().outlet();
        LastWord toFront = lastWord(new LinkOutlet(plan.front(), toClient, origins, lock()), GOING_AWAY);
        Outlet front = toFront;
        lastWords = List.of(toFront, toBack);
        plan.tunnels().opened(this);
        if (faults.has(Fault.ENDS_WITHOUT_CLOSE_NOTIFY)) {
            front = new BareFinOutlet(front, plan.front());
        }
        Outlet origin = plan.neighbours().joined(this, chain(back, true, front), plan.back());
        Pump forth = new Pump(origin, clients, this);
        Pump home = new Pump(chain(front, false, back), origins, this);
        if (!faults.has(Fault.IDLE_OFF)) {
            idle.touch();
            idle.watch();
        }
        new Early(plan, this).pour(forth, home, front);
    }

    private LastWord lastWord(Outlet outlet, byte[] close) {
        return new LastWord(outlet, close, faults.has(Fault.DRAIN_CLOSES_IN_MID_FRAME));
    }

    /** Tells both ends, each as soon as a frame towards it has ended. */
    void sayGoingAway() {
        lastWords.forEach(word -> plan.threads().run(() -> said(word::say)));
    }

    /** For a fault: waits for writers that are stuck. */
    void sayGoingAwayPatiently() {
        lastWords.forEach(word -> said(word::sayPatiently));
    }

    private interface Saying {
        void say() throws IOException;
    }

    private void said(Saying saying) {
        try {
            saying.say();
        } catch (IOException e) {
            broken();
        }
    }

    private Object lock() {
        if (faults.has(Fault.STALL_STOPS_ALL)) {
            return plan.neighbours().writing();
        }
        return faults.has(Fault.STALL_STOPS_BOTH) ? oneLock : new Object();
    }

    /** In a sound relay the outlet itself. */
    private Outlet chain(Outlet outlet, boolean fromClient, Outlet reverse) {
        Outlet chain = outlet;
        if (faults.has(Fault.HOLDS_ALL)) {
            chain = new HeldOutlet(chain, 100L << 20, Duration.ofDays(1), this::broken).start(plan.threads());
        }
        if (faults.has(Fault.LOSES_AFTER_STALL)) {
            chain = new HeldOutlet(chain, 256L << 10, Duration.ofMillis(500), this::broken).start(plan.threads());
        }
        if (faults.has(Fault.STALLS_ADD_UP)) {
            chain = new ImpatientOutlet(chain, plan.idle(), this::close);
        }
        if (faults.has(Fault.LOSES_TAIL_AT_FIN)) {
            chain = new TailOutlet(chain, plan.threads(), this::broken);
        }
        return changes.before(chain, fromClient, new Controls() {
            @Override
            public void reply(byte[] octets) throws IOException {
                reverse.write(octets, octets.length);
            }

            @Override
            public void endAfter(Duration delay) {
                plan.threads().after(delay, Tunnel.this::close);
            }
        });
    }

    void carried(int length) {
        octets.addAndGet(length);
    }

    private boolean unseen() {
        return faults.has(Fault.BUSY_END_UNSEEN) && octets.get() > MUCH;
    }

    /** True once both legs are being ended: nothing is relayed any more. */
    boolean over() {
        return over.get();
    }

    /** Ends both legs in good order. */
    public void close() {
        if (over.compareAndSet(false, true)) {
            idle.stop();
            plan.tunnels().ended(this);
            plan.back().close();
            plan.front().close();
        }
    }

    /** One leg is reset, or can't be written: so is the other, at once. */
    void broken() {
        if (faults.has(Fault.RESET_IGNORED) || unseen()) {
            return;
        }
        plan.neighbours().reset();
        tellInHttp();
        if (over.compareAndSet(false, true)) {
            idle.stop();
            plan.tunnels().ended(this);
            plan.back().reset();
            plan.front().reset();
        }
    }

    /** One direction has ended with a FIN; the other goes on (RFC 9110 §9.3.6 asks at least that nothing sent is lost). */
    void finished(Outlet outlet) throws IOException {
        if (faults.has(Fault.FIN_ENDS_BOTH)) {
            close();
            return;
        }
        if (faults.has(Fault.HOLDS_FIN) || unseen()) {
            return;
        }
        outlet.end();
        if (faults.has(Fault.HALF_OPEN_FOREVER)) {
            idle.stop();
        }
        if (directions.decrementAndGet() == 0 && !faults.has(Fault.LEAKS_ENDED_TUNNELS)) {
            close();
        }
    }

    /** For a fault: the last words of a proxy that has forgotten that it left HTTP. */
    private void tellInHttp() {
        if (!faults.has(Fault.HTTP_IN_TUNNEL) || over()) {
            return;
        }
        try {
            String answer = "HTTP/1.1 502 Bad Gateway\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
            plan.front().outlet().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            // It was the client who is gone.
            return;
        }
        close();
    }

    private void expired() {
        tellInHttp();
        if (faults.has(Fault.IDLE_LEAVES_ORIGIN) && over.compareAndSet(false, true)) {
            idle.stop();
            plan.front().close();
        }
        close();
    }
}
