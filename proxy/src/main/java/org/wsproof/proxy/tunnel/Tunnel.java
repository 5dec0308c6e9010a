package org.wsproof.proxy.tunnel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wsproof.proxy.log.FaultLog;
import org.wsproof.proxy.tunnel.frames.CloseFrame;
import org.wsproof.proxy.tunnel.frames.FrameObserver;
import org.wsproof.proxy.tunnel.frames.Relayed;
import org.wsproof.proxy.tunnel.legs.Leg;

/**
 * An upgraded pair of connections, both on one I/O thread, and the two directions between them. It ends when both directions
 * have, when a leg breaks, or when its time is up. Used on that I/O thread only.
 */
final class Tunnel {
    private static final Logger LOG = LoggerFactory.getLogger(Tunnel.class);

    private final long id;
    private final RelayThread relay;
    private final TunnelTerms terms;
    private final Leg frontside;
    private final Leg backside;
    private final Direction toOrigin;
    private final Direction toClient;
    private final Farewell farewell;
    private final long opened = System.nanoTime();

    /** When an octet last moved, by the thread's clock. */
    private long lastMoved;

    /** When the first direction ended; valid once {@link #first} is set. */
    private long halfOpenSince;

    /** Which leg was the first to close or break. */
    private @Nullable EndedBy first;

    /** The leg that is to be reset behind what is pending for it, since the other one broke. */
    private @Nullable Leg resetAfterPending;

    /** The code of the first Close that passed. */
    private OptionalInt closeCode = OptionalInt.empty();

    private boolean draining;

    /** Valid once {@link #draining} is set. */
    private long drainingSince;

    private boolean ended;

    Tunnel(long id, RelayThread relay, TunnelTerms terms, Legs legs) {
        this.id = id;
        this.relay = relay;
        this.terms = terms;
        this.frontside = legs.frontside();
        this.backside = legs.backside();
        this.toOrigin = direction(frontside, backside, FrameObserver::ofClient);
        this.toClient = direction(backside, frontside, FrameObserver::ofOrigin);
        this.farewell = new Farewell(this, toOrigin, toClient);
        this.lastMoved = opened;
    }

    private Direction direction(Leg from, Leg to, Supplier<FrameObserver> observer) {
        Optional<FrameObserver> frames = terms.observeFrames() ? Optional.of(observer.get()) : Optional.empty();
        return new Direction(this, new Direction.Way(from, new Outlet(this, to), new Relayed(frames)));
    }

    /** The two connections of a tunnel. */
    record Legs(Leg frontside, Leg backside) {}

    RelayThread relay() {
        return relay;
    }

    boolean ended() {
        return ended;
    }

    void open(Upgraded client, Upgraded origin) {
        if (!ended) {
            toClient.start(origin.early());
        }
        if (!ended) {
            toOrigin.start(client.early());
        }
        if (relay.openTunnels().draining()) {
            drain();
        }
    }

    void moved() {
        lastMoved = relay.now();
    }

    /** Ends this tunnel if one of its timers has run out; the clock is a tick coarse, which is added so that none is early. */
    void check(long now) {
        if (ended) {
            return;
        }
        TunnelTimers timers = terms.timers();
        long late = now - relay.tickNanos();
        long idle = timers.idle().toNanos();
        if (draining && drainingSince - (late - timers.drainGrace().toNanos()) < 0) {
            end(EndedBy.DRAIN);
        } else if (farewell.check(now)) {
            return;
        } else if (idle > 0 && lastMoved - (late - idle) < 0) {
            idleExpired();
        } else if (first != null && silentSince(late - timers.halfOpen().toNanos())) {
            end(EndedBy.HALF_OPEN);
        } else if (stalledSince(late - timers.stalledWrite().toNanos())) {
            end(EndedBy.STALLED);
        }
    }

    private void idleExpired() {
        if (!farewell.idle()) {
            end(EndedBy.IDLE);
        }
    }

    /** From now on it is to end, within its drain grace. */
    void drain() {
        if (ended || draining) {
            return;
        }
        draining = true;
        drainingSince = System.nanoTime();
        farewell.drain();
        if (terms.timers().drainGrace().isZero()) {
            end(EndedBy.DRAIN);
        }
    }

    private boolean silentSince(long nanos) {
        return lastMoved - nanos < 0 && halfOpenSince - nanos < 0;
    }

    private boolean stalledSince(long nanos) {
        return toOrigin.outlet().stalledSince(nanos) || toClient.outlet().stalledSince(nanos);
    }

    /** A leg has said its last. */
    void halfOpen(Leg leg) {
        if (first == null) {
            first = name(leg);
            halfOpenSince = relay.now();
        }
    }

    /** What the log calls the end of this leg. */
    private EndedBy name(Leg leg) {
        return leg == frontside ? EndedBy.CLIENT : EndedBy.ORIGIN;
    }

    /** A direction has ended and its receiving leg been told. */
    void directionDone() {
        EndedBy by = first;
        if (by != null && toOrigin.done() && toClient.done()) {
            close(by, false);
        } else {
            farewell.goesOn();
        }
    }

    /** Something has been said or heard of an end by the gateway's own will. */
    void partingGoesOn() {
        farewell.goesOn();
    }

    /** Whether the leg has said its last. */
    boolean isOver(Leg leg) {
        return (leg == frontside ? toOrigin : toClient).inputIsOver();
    }

    /** A Close with this code has been relayed, or is. */
    void closes(int code) {
        if (closeCode.isEmpty()) {
            closeCode = OptionalInt.of(code);
        }
    }

    /** A Close of the gateway's own for this leg. */
    ByteBuffer close(int code, Leg to) {
        return to == backside ? CloseFrame.toOrigin(code, relay.maskingKey()) : CloseFrame.toClient(code);
    }

    /** Whether the end of this direction is the end of the tunnel. */
    boolean isLast(Direction direction) {
        return direction == toOrigin ? toClient.done() : toOrigin.done();
    }

    /** Whether the leg was to be reset once nothing is pending for it; it then has been. */
    boolean resetAfter(Leg leg) {
        EndedBy by = first;
        if (by == null || resetAfterPending != leg) {
            return false;
        }
        close(by, true);
        return true;
    }

    /** A leg is broken: the other one is reset, at once or behind what is pending for it. */
    void broken(Leg leg, IOException reason) {
        if (ended) {
            return;
        }
        LOG.debug("tunnel {}: {} leg broken: {}", id, name(leg).word(), reason.toString());
        halfOpen(leg);
        Direction fromLeg = leg == frontside ? toOrigin : toClient;
        Direction toLeg = leg == frontside ? toClient : toOrigin;
        if (farewell.goesOnWithout(fromLeg, toLeg) || (leg == backside && farewell.backsideIsLost(name(leg)))) {
            relay.endings().close(leg::reset);
        } else if (fromLeg.outlet().hasPending() && resetAfterPending == null) {
            resetAfterPending = leg == frontside ? backside : frontside;
            fromLeg.senderIsGone();
            toLeg.stop();
            relay.endings().close(leg::reset);
        } else {
            close(name(leg), true);
        }
    }

    /** Something of the gateway's own failed: this tunnel is lost, and no other. */
    void fault(Throwable fault) {
        end(EndedBy.FAULT);
        FaultLog.say(LOG, "tunnel {} ended by a fault", id, fault);
    }

    /** Ends both legs now; what is pending is lost. */
    void end(EndedBy by) {
        if (!ended) {
            close(by, by == EndedBy.STALLED);
        }
    }

    private void close(EndedBy by, boolean reset) {
        ended = true;
        toOrigin.outlet().discard();
        toClient.outlet().discard();
        frontside.retire(relay.endings(), reset);
        backside.retire(relay.endings(), reset);
        relay.endings().tell(() -> gone(by));
    }

    /** Counted as ended even where its line can't be written, or a drain would wait for it. */
    private void gone(EndedBy by) {
        TunnelReport report = report(by.word());
        try {
            write(report);
        } finally {
            relay.openTunnels().ended(report);
        }
    }

    private void write(TunnelReport report) {
        LOG.info(
                "tunnel {} gateway={} client={} origin={} octets-from-client={} octets-from-origin={}"
                        + " frames-from-client={} frames-from-origin={} messages-from-client={} messages-from-origin={}"
                        + " duration={}ms close-code={} ended-by={}",
                id,
                report.gateway(),
                report.clientText(),
                report.originText(),
                report.fromClient().octets(),
                report.fromOrigin().octets(),
                report.fromClient().frames(),
                report.fromOrigin().frames(),
                report.fromClient().messages(),
                report.fromOrigin().messages(),
                report.duration().toMillis(),
                report.closeCode().isPresent() ? report.closeCode().getAsInt() : "none",
                report.endedBy());
    }

    /** What is known of this tunnel now. */
    TunnelReport report(String endedBy) {
        return new TunnelReport(
                id,
                terms.gateway(),
                frontside.peer(),
                backside.peer(),
                toOrigin.flow(),
                toClient.flow(),
                Duration.ofNanos(System.nanoTime() - opened),
                endedBy,
                closeCode);
    }
}
