package org.wsproof.proxy.tunnel;

import java.util.concurrent.TimeUnit;

/**
 * The end of a tunnel for which the gateway appends a Close to what it has relayed, in each direction where that is allowed:
 * behind a whole frame, where no Close has been relayed (RFC 6455 §5.5.1). It waits a second for the replies, which nobody
 * gets, and for the end of what comes from a leg that is not to reply. Used on the tunnel's I/O thread only.
 */
final class Farewell {
    /** RFC 6455 §7.4.1: going away. */
    private static final int GOING_AWAY = 1001;

    /** The IANA's registry of status codes, "Bad Gateway": the intermediary has no valid answer of the server's. */
    private static final int BAD_GATEWAY = 1014;

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);

    private final Tunnel tunnel;
    private final Direction toOrigin;
    private final Direction toClient;

    /** What the tunnel will have ended by; valid once a Close has been appended. */
    private EndedBy by = EndedBy.DRAIN;

    /** Whether only the ends' last words are to come. */
    private boolean waiting;

    /** Since when; valid while {@link #waiting}. */
    private long since;

    Farewell(Tunnel tunnel, Direction toOrigin, Direction toClient) {
        this.tunnel = tunnel;
        this.toOrigin = toOrigin;
        this.toClient = toClient;
    }

    /** Says Close at once where that is allowed and nothing is pending; gives whether it was anywhere. */
    boolean idle() {
        by = EndedBy.IDLE;
        for (Direction each : new Direction[] {toClient, toOrigin}) {
            if (!each.outlet().hasPending()) {
                each.part(GOING_AWAY);
            }
        }
        if (!begun()) {
            return false;
        }
        toClient.partSilently();
        toOrigin.partSilently();
        startToWait();
        goesOn();
        return true;
    }

    /** Says Close in each direction as soon as that is allowed there. */
    void drain() {
        if (!begun()) {
            by = EndedBy.DRAIN;
            toClient.partAtBoundary(GOING_AWAY);
            toOrigin.partAtBoundary(GOING_AWAY);
            goesOn();
        }
    }

    /** The backside broke: says Close to the client, if allowed; gives whether it was. */
    boolean backsideIsLost(EndedBy first) {
        by = first;
        if (begun() || !toClient.part(BAD_GATEWAY)) {
            return false;
        }
        if (!tunnel.ended()) {
            toClient.senderIsGone();
            toOrigin.receiverIsGone();
            goesOn();
        }
        return true;
    }

    /** A leg broke, in whose end the tunnel was: gives whether the farewell of the other goes on. */
    boolean goesOnWithout(Direction fromLeg, Direction toLeg) {
        if (!begun() || (fromLeg.parting().isEmpty() && !fromLeg.done())) {
            return false;
        }
        fromLeg.senderIsGone();
        if (!toLeg.done()) {
            toLeg.receiverIsGone();
        }
        goesOn();
        return true;
    }

    /**
     * Something has been said or heard: ends the tunnel once nothing is left of either. A leg that was told nothing is heard out
     * too: closed with unread octets it would be reset, and lose what was relayed to it last.
     */
    void goesOn() {
        if (tunnel.ended() || !begun()) {
            return;
        }
        if (toClient.isOver() && toOrigin.isOver()) {
            startToWait();
        }
        if (waiting && toOrigin.inputIsOver() && toClient.inputIsOver()) {
            tunnel.end(by);
        }
    }

    /** Ends the tunnel if no reply is waited for any longer; gives whether only that is to be looked at. */
    boolean check(long now) {
        if (waiting && since - (now - PATIENCE) < 0) {
            tunnel.end(by);
        }
        return waiting;
    }

    /** Whether a Close of ours has been appended. */
    private boolean begun() {
        return said(toClient) || said(toOrigin);
    }

    private void startToWait() {
        if (!waiting) {
            waiting = true;
            since = System.nanoTime();
        }
    }

    private static boolean said(Direction direction) {
        return direction.parting().map(Parting::said).orElse(false);
    }
}
