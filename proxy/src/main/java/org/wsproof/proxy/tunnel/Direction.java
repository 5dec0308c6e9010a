package org.wsproof.proxy.tunnel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wsproof.proxy.tunnel.frames.Relayed;
import org.wsproof.proxy.tunnel.legs.Inlet;
import org.wsproof.proxy.tunnel.legs.LastRead;
import org.wsproof.proxy.tunnel.legs.Leg;

/**
 * Relays octets from one leg of a tunnel to the other, unaltered and in order. While the receiving leg takes nothing, one
 * buffer is pending and the sending leg is not read. Used on the tunnel's I/O thread only.
 */
final class Direction {
    /** So that one busy tunnel cannot starve its neighbours: the selector comes back to it. */
    private static final int ROUNDS = 4;

    private static final int NO_CODE = 0;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Tunnel tunnel;
    private final RelayThread relay;
    private final Leg from;
    private final Leg to;
    private final Outlet outlet;
    private final Relayed relayed;

    /** Whether the closer reads; nothing is done here meanwhile. */
    private boolean handed;

    /** Whether the sending leg has said its last. */
    private boolean ended;

    /** Whether the receiving leg has been told so. */
    private boolean done;

    /** The code of the Close that is to be appended at the end of the frame that passes. */
    private int wanted = NO_CODE;

    /** Set once this direction is ended by the gateway's own will: it then has the legs' events. */
    private @Nullable Parting parting;

    /** What a direction is between. */
    record Way(Leg from, Outlet outlet, Relayed relayed) {}

    Direction(Tunnel tunnel, Way way) {
        this.tunnel = tunnel;
        this.relay = tunnel.relay();
        this.from = way.from();
        this.outlet = way.outlet();
        this.to = outlet.to();
        this.relayed = way.relayed();
    }

    /** What has been relayed. */
    TunnelReport.Flow flow() {
        return new TunnelReport.Flow(relayed.octets(), relayed.frames(), relayed.messages());
    }

    boolean done() {
        return done;
    }

    Outlet outlet() {
        return outlet;
    }

    /** How the gateway ends this direction; empty while it relays, or where its legs end it. */
    Optional<Parting> parting() {
        return Optional.ofNullable(parting);
    }

    /** Whether nothing more will be relayed, and the receiving leg knows. */
    boolean isOver() {
        return parting != null ? parting.told() : done || (relayed.closed() && !outlet.hasPending());
    }

    /** Whether the sending leg has said its last. */
    boolean inputIsOver() {
        return ended || relayed.closed() || (parting != null && parting.over());
    }

    /** Delivers what came with a head, then starts to read. */
    void start(ByteBuffer early) {
        from.sourceChannel().setReadListener(channel -> readable());
        to.sinkChannel().setWriteListener(channel -> writable());
        if (early.hasRemaining()) {
            relay(early);
        }
        if (parting == null && !outlet.hasPending() && !tunnel.ended()) {
            from.source().resumeReads();
        }
    }

    private void readable() {
        if (tunnel.ended() || outlet.hasPending() || ended) {
            from.suspendReads();
            return;
        }
        if (relay.endings().many() && tunnel.isLast(this) && !from.tls() && !to.tls()) {
            from.suspendReads();
            handed = true;
            new LastRead(from, to, this::lastRead).hand(relay.endings().closer());
            return;
        }
        try {
            pump(NOTHING);
        } catch (RuntimeException | Error fault) {
            tunnel.fault(fault);
        }
    }

    /** Goes on after the closer's read. */
    private void lastRead(Optional<IOException> broken, boolean end, ByteBuffer octet) {
        handed = false;
        if (tunnel.ended()) {
            return;
        }
        try {
            if (broken.isPresent()) {
                tunnel.broken(from, broken.get());
            } else if (end) {
                ended = true;
                done = true;
                tunnel.directionDone();
            } else {
                goOn(octet);
            }
        } catch (RuntimeException | Error fault) {
            tunnel.fault(fault);
        }
    }

    private void goOn(ByteBuffer octet) {
        if (wanted != NO_CODE && part(wanted)) {
            tunnel.partingGoesOn();
        } else if (octet.hasRemaining() && parting == null) {
            pump(octet);
        }
        if (parting == null && !outlet.hasPending() && !ended && !tunnel.ended()) {
            from.source().resumeReads();
        }
    }

    /** Relays what can be read, behind what has been. */
    private void pump(ByteBuffer first) {
        Inlet inlet = relay.inlet();
        for (int round = 0; round < ROUNDS; round++) {
            ByteBuffer buffer = relay.buffer().put(first);
            inlet.fill(buffer, from);
            int count = buffer.flip().remaining();
            boolean mayHaveMore = count > 0 && from.mayHaveMore(count, buffer);
            if (count > 0) {
                tunnel.moved();
                relay(buffer);
            }
            Optional<IOException> broken = inlet.failure();
            if (broken.isPresent()) {
                tunnel.broken(from, broken.get());
            } else if (inlet.exhausted()) {
                endOfStream();
            }
            if (tunnel.ended() || parting != null || ended || outlet.hasPending() || !mayHaveMore) {
                return;
            }
        }
    }

    private void relay(ByteBuffer buffer) {
        relayed.add(buffer, wanted != NO_CODE);
        if (relayed.closed()) {
            relayed.closeCode().ifPresent(tunnel::closes);
        }
        try {
            if (!outlet.write(buffer)) {
                if (outlet.hasPending()) {
                    from.suspendReads();
                }
                to.sink().resumeWrites();
            }
        } catch (IOException broken) {
            tunnel.broken(to, broken);
        }
        if (wanted != NO_CODE && part(wanted)) {
            tunnel.partingGoesOn();
        }
    }

    private void writable() {
        if (tunnel.ended() || done) {
            to.suspendWrites();
            return;
        }
        try {
            if (!outlet.drain()) {
                return;
            }
            to.suspendWrites();
            if (ended) {
                shutDown();
            } else {
                from.source().resumeReads();
            }
        } catch (IOException broken) {
            tunnel.broken(to, broken);
        } catch (RuntimeException | Error fault) {
            tunnel.fault(fault);
        }
    }

    /** The sending leg has said its last: after what is pending, so it is told to the receiving leg. */
    private void endOfStream() {
        if (ended || tunnel.ended()) {
            return;
        }
        ended = true;
        if (tunnel.isLast(this)) {
            relay.endings().met();
        }
        from.suspendReads();
        tunnel.halfOpen(from);
        if (parting != null) {
            tunnel.partingGoesOn();
        } else if (!outlet.hasPending()) {
            try {
                shutDown();
            } catch (IOException broken) {
                tunnel.broken(to, broken);
            }
        }
    }

    /** Ends this direction with a Close as soon as frames allow it; nothing is relayed behind it. */
    void partAtBoundary(int code) {
        if (!part(code)) {
            wanted = code;
        }
    }

    /** Ends this direction with a Close behind what is pending, if frames allow it now; gives whether they did. */
    boolean part(int code) {
        if (!relayed.allowsClose() || handed || ended || parting != null || tunnel.ended()) {
            return false;
        }
        tunnel.closes(code);
        newParting().say(tunnel.close(code, to));
        return true;
    }

    /** Ends this direction without a word, unless it has ended. */
    void partSilently() {
        if (parting == null && !done && !tunnel.ended()) {
            newParting().sayNothing();
        }
    }

    /** The receiving leg is gone, and what the sending leg still says nobody's. */
    void receiverIsGone() {
        (parting == null ? newParting() : parting).leave();
    }

    private Parting newParting() {
        parting = new Parting(tunnel, new Way(from, outlet, relayed), ended);
        return parting;
    }

    /** The sending leg is gone: what is pending is still delivered, and {@link Tunnel#resetAfter} asked after it. */
    void senderIsGone() {
        ended = true;
        from.suspendReads();
        if (parting != null) {
            parting.inputIsOver();
        }
    }

    /** The receiving leg is gone: nothing more is read or written. */
    void stop() {
        ended = true;
        done = true;
        from.suspendReads();
        outlet.discard();
    }

    private void shutDown() throws IOException {
        if (tunnel.resetAfter(to)) {
            return;
        }
        to.sink().terminateWrites();
        if (to.sink().flush()) {
            done = true;
            to.suspendWrites();
            tunnel.directionDone();
        } else {
            to.sink().resumeWrites();
        }
    }
}
