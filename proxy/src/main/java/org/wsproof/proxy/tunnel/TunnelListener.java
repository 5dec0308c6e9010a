package org.wsproof.proxy.tunnel;

import java.util.List;

/** Told of every tunnel, on an I/O thread or the closer's: must not block. */
public interface TunnelListener {
    /** A tunnel has opened. */
    void opened(String gateway);

    /** A tunnel has ended; called once for each that has opened. */
    void ended(TunnelReport report);

    /** Tells all of these, in this order. */
    static TunnelListener all(List<TunnelListener> listeners) {
        List<TunnelListener> each = List.copyOf(listeners);
        return new TunnelListener() {
            @Override
            public void opened(String gateway) {
                each.forEach(listener -> listener.opened(gateway));
            }

            @Override
            public void ended(TunnelReport report) {
                each.forEach(listener -> listener.ended(report));
            }
        };
    }
}
