package org.wsproof.proxy.tunnel.legs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.xnio.XnioIoThread;

/**
 * What one I/O thread has to end, gathered during a turn and done behind it. Where that is little the thread does it itself,
 * which is cheaper than to wake the closer; where it is much the closer does, as with the system's own selector each close costs this
 * thread a run of it over all that is ready. What is to be told of it is the closer's in any case, since who is told may block. Used on
 * that thread only.
 */
public final class Endings {
    /** So many tunnels a turn may end on this thread: two connections each. */
    private static final int FEW = 8;

    private final XnioIoThread thread;
    private final Closer closer;
    private List<Runnable> closings = new ArrayList<>();

    /** Tunnels whose end this thread has met in this turn. */
    private int met;

    private boolean gathering;

    public Endings(XnioIoThread thread, Closer closer) {
        this.thread = thread;
        this.closer = closer;
    }

    public Closer closer() {
        return closer;
    }

    /** A half-open tunnel's other end has come, and its connections closed on this thread. */
    public void met() {
        met++;
        gather();
    }

    /** Whether so many tunnels end now that the closer should look for the ends of others. */
    public boolean many() {
        return met >= FEW;
    }

    /** Runs this soon, in order, on whichever thread closes. */
    public void close(Runnable closing) {
        closings.add(closing);
        gather();
    }

    /** Runs this on the closer's thread, a little later. */
    public void tell(Runnable told) {
        closer.tell(told);
    }

    private void gather() {
        if (gathering) {
            return;
        }
        gathering = true;
        try {
            thread.execute(this::turnIsOver);
        } catch (RejectedExecutionException stopping) {
            turnIsOver();
        }
    }

    private void turnIsOver() {
        met = 0;
        List<Runnable> close = closings;
        closings = new ArrayList<>();
        gathering = false;
        if (close.size() <= 2 * FEW) {
            all(close);
        } else {
            closer.execute(() -> all(close));
        }
    }

    private static void all(List<Runnable> closings) {
        closings.forEach(Closer::run);
    }
}
