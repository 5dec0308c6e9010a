package org.wsproof.proxy.admin;

import java.time.Duration;
import org.wsproof.proxy.http.Refusal;
import org.wsproof.proxy.http.RequestListener;
import org.wsproof.proxy.tunnel.TunnelListener;
import org.wsproof.proxy.tunnel.TunnelReport;

/** Told what happens in the gateway, on any of its threads: must not block. */
public interface GatewayListener extends RequestListener, TunnelListener {
    /** The gateway has begun to drain. */
    void draining();

    /**
     * A changed configuration has been read.
     *
     * @param taken whether the gateway goes on with it; false where it had a mistake
     */
    void reloaded(boolean taken);

    /** Where nobody wants to know. */
    static GatewayListener nobody() {
        return new Nobody();
    }

    /** Takes no notice. */
    record Nobody() implements GatewayListener {
        @Override
        public void refused(String gateway, Refusal refusal) {}

        @Override
        public void switched(String gateway, Duration taken) {}

        @Override
        public void opened(String gateway) {}

        @Override
        public void ended(TunnelReport report) {}

        @Override
        public void draining() {}

        @Override
        public void reloaded(boolean taken) {}
    }
}
