package org.wsproof.conformance.relay.tunnel;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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
    private final TunnelPlan plan;
    private final Faults faults;
    private final IdleTimer idle;
    private final Changes changes;
    private final Object oneLock = new Object();
    private final AtomicBoolean over = new AtomicBoolean();
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
        Outlet back = new LinkOutlet(plan.back(), toOrigin, clients, lock());
        OutputStream toClient = faults.has(Fault.CLEAR_AFTER_101)
                ? plan.front().clear()
                : plan.front().outlet();
        Outlet front = new LinkOutlet(plan.front(), toClient, origins, lock());
        if (faults.has(Fault.ENDS_WITHOUT_CLOSE_NOTIFY)) {
            front = new BareFinOutlet(front, plan.front());
        }
        Pump forth = new Pump(chain(back, true, front), clients, this);
        Pump home = new Pump(chain(front, false, back), origins, this);
        if (!faults.has(Fault.IDLE_OFF)) {
            idle.touch();
            idle.watch();
        }
        new Early(plan, this).pour(forth, home, front);
    }

    private Object lock() {
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

    /** True once both legs are being ended: nothing is relayed any more. */
    boolean over() {
        return over.get();
    }

    /** Ends both legs in good order. */
    public void close() {
        if (over.compareAndSet(false, true)) {
            idle.stop();
            plan.back().close();
            plan.front().close();
        }
    }

    /** One leg is reset, or can't be written: so is the other, at once. */
    void broken() {
        if (faults.has(Fault.RESET_IGNORED)) {
            return;
        }
        if (over.compareAndSet(false, true)) {
            idle.stop();
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
        if (faults.has(Fault.HOLDS_FIN)) {
            return;
        }
        outlet.end();
        if (faults.has(Fault.HALF_OPEN_FOREVER)) {
            idle.stop();
        }
        if (directions.decrementAndGet() == 0) {
            close();
        }
    }

    private void expired() {
        if (faults.has(Fault.IDLE_LEAVES_ORIGIN) && over.compareAndSet(false, true)) {
            idle.stop();
            plan.front().close();
        }
        close();
    }
}
