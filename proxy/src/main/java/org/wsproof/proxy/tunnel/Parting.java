package org.wsproof.proxy.tunnel;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.wsproof.proxy.tunnel.frames.Relayed;
import org.wsproof.proxy.tunnel.legs.Discard;
import org.wsproof.proxy.tunnel.legs.Leg;

/**
 * The end of a direction by the gateway's own will: the receiving leg is told, with a Close or without, and from then on
 * what the sending leg says is read and discarded. Used on the tunnel's I/O thread only.
 */
final class Parting {
    private final Tunnel tunnel;
    private final Leg from;
    private final Outlet outlet;
    private final Relayed relayed;

    /** Whether a Close of ours ends this direction. */
    private boolean said;

    /** Whether all that is to be said to the receiving leg is on its way. */
    private boolean told;

    /** Whether the sending leg has said its last, or its Close. */
    private boolean over;

    /** @param over whether the sending leg has said its last */
    Parting(Tunnel tunnel, Direction.Way way, boolean over) {
        this.tunnel = tunnel;
        this.from = way.from();
        this.outlet = way.outlet();
        this.relayed = way.relayed();
        this.over = over;
        relayed.stop();
    }

    boolean said() {
        return said;
    }

    boolean told() {
        return told;
    }

    boolean over() {
        return over;
    }

    /** Says this Close behind what is pending; on a plain leg a FIN follows at once. */
    void say(ByteBuffer close) {
        said = true;
        outlet.append(close);
        begin();
    }

    /** Gives what is pending up, and says no more than a FIN. */
    void sayNothing() {
        outlet.discard();
        begin();
    }

    /** The receiving leg is gone: there is nothing to tell it. */
    void leave() {
        outlet.discard();
        told = true;
        outlet.to().suspendWrites();
        begin();
    }

    /** The sending leg has no more to say. */
    void inputIsOver() {
        over = true;
        from.suspendReads();
    }

    private void begin() {
        from.sourceChannel().setReadListener(channel -> readable());
        outlet.to().sinkChannel().setWriteListener(channel -> writable());
        if (!over) {
            from.source().resumeReads();
        }
        writable();
    }

    private void writable() {
        if (tunnel.ended() || told) {
            outlet.to().suspendWrites();
            return;
        }
        try {
            if (!outlet.drain() || !finished()) {
                outlet.to().sink().resumeWrites();
                return;
            }
            told = true;
            outlet.to().suspendWrites();
            tunnel.partingGoesOn();
        } catch (IOException broken) {
            tunnel.broken(outlet.to(), broken);
        } catch (RuntimeException | Error fault) {
            tunnel.fault(fault);
        }
    }

    /**
     * A TLS leg that was sent a Close hears close_notify only after its reply. A plain one that has said its last itself gets
     * its FIN from the closer: here that would close it, at the cost of a run of the selector.
     */
    private boolean finished() throws IOException {
        Leg to = outlet.to();
        if (said && to.tls()) {
            return true;
        }
        if (tunnel.isOver(to)) {
            to.finish(tunnel.relay().endings());
            return true;
        }
        to.sink().terminateWrites();
        return to.sink().flush();
    }

    private void readable() {
        if (tunnel.ended() || over) {
            from.suspendReads();
        } else if (from.tls()) {
            try {
                discarded(readTls());
            } catch (RuntimeException | Error fault) {
                tunnel.fault(fault);
            }
        } else {
            from.suspendReads();
            new Discard(from, this::discarded).hand(tunnel.relay().endings().closer());
        }
    }

    /** TLS can't be read by the closer; gives whether there is no more to come. */
    private boolean readTls() {
        try {
            ByteBuffer buffer = tunnel.relay().buffer();
            int read = from.source().read(buffer);
            while (read > 0 && buffer.hasRemaining()) {
                read = from.source().read(buffer);
            }
            relayed.follow(buffer.flip());
            return read < 0 || relayed.closed();
        } catch (IOException broken) {
            return true;
        }
    }

    private void discarded(boolean noMore) {
        if (tunnel.ended()) {
            return;
        }
        try {
            if (noMore) {
                inputIsOver();
                tunnel.partingGoesOn();
            } else {
                from.source().resumeReads();
            }
        } catch (RuntimeException | Error fault) {
            tunnel.fault(fault);
        }
    }
}
