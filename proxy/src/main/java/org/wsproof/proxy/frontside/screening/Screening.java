package org.wsproof.proxy.frontside.screening;

import java.util.List;
import org.wsproof.proxy.config.policy.TunnelLimits;
import org.wsproof.proxy.policy.Asking;
import org.wsproof.proxy.policy.TunnelPlaces;
import org.wsproof.proxy.policy.Verdict;
import org.xnio.XnioIoThread;

/**
 * The policies of a gateway in their order. The first that denies a request ends it, and so does one that fails: nobody gets
 * in by an error. Thread-safe.
 */
public final class Screening {
    private final List<Screen> screens;
    private final TunnelPlaces tunnels;
    private final TunnelLimits limits;

    Screening(List<Screen> screens, TunnelPlaces tunnels, TunnelLimits limits) {
        this.screens = List.copyOf(screens);
        this.tunnels = tunnels;
        this.limits = limits;
    }

    /** Told once, on the request's I/O thread, unless the request is given up before. */
    public interface Listener {
        /** What all policies together say. */
        void decided(Verdict verdict);
    }

    /** Puts a request to the policies. Called on its I/O thread; the listener may be told before it returns. */
    public Passage begin(Asking asking, XnioIoThread thread, Listener listener) {
        Passage passage = new Passage(screens, asking, thread, listener);
        passage.next();
        return passage;
    }

    /** The last policy, of requests that all others allow: there must be a place for one more tunnel. */
    public TunnelPlaces.Answer takePlace(Asking asking) {
        return tunnels.take(asking.arrival().clientAddress(), limits);
    }
}
