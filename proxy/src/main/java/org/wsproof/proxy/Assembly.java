package org.wsproof.proxy;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.wsproof.proxy.backside.Backside;
import org.wsproof.proxy.backside.TlsClient;
import org.wsproof.proxy.backside.TlsClientContext;
import org.wsproof.proxy.config.HttpHandler;
import org.wsproof.proxy.config.MultiProtocolGateway;
import org.wsproof.proxy.frontside.AdmissionCheck;
import org.wsproof.proxy.frontside.RequestEntry;
import org.wsproof.proxy.http.RequestFields;
import org.wsproof.proxy.http.RequestListener;
import org.wsproof.proxy.tunnel.Relays;
import org.wsproof.proxy.tunnel.TunnelTerms;
import org.wsproof.proxy.tunnel.TunnelTimers;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/** Puts together what requests to one multi-protocol gateway pass through. */
final class Assembly {
    private final MultiProtocolGateway gateway;
    private final Relays relays;
    private final RequestListener listener;
    private final Backside backside;
    private final RequestFields fields;

    /** @throws IOException if the TLS client profile can't be used */
    Assembly(MultiProtocolGateway gateway, Relays relays, RequestListener listener, XnioWorker worker)
            throws IOException {
        this.gateway = gateway;
        this.relays = relays;
        this.listener = listener;
        this.backside = new Backside(gateway.defaultBacksideUrl(), gateway.timers(), tls(gateway), worker);
        this.fields = new RequestFields(gateway.forwarding(), gateway.defaultBacksideUrl());
    }

    /** Where requests to this handler of the gateway's enter. */
    RequestEntry entry(HttpHandler handler) {
        RequestEntry.Way way = new RequestEntry.Way(backside, relays, terms(gateway, handler), listener);
        return new RequestEntry(new AdmissionCheck(handler), fields, way);
    }

    private static TunnelTerms terms(MultiProtocolGateway gateway, HttpHandler handler) {
        return new TunnelTerms(gateway.name(), timers(gateway, handler), gateway.observeFrames());
    }

    static TunnelTimers timers(MultiProtocolGateway gateway, HttpHandler handler) {
        return new TunnelTimers(
                handler.websocketIdleTimeout(),
                gateway.timers().halfOpen(),
                gateway.timers().stalledWrite(),
                gateway.timers().drainGrace());
    }

    private static Optional<TlsClient> tls(MultiProtocolGateway gateway) throws IOException {
        if (!gateway.defaultBacksideUrl().tls()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TlsClient(
                    Xnio.getInstance(),
                    TlsClientContext.of(gateway.sslClientProfile()),
                    gateway.sslClientProfile(),
                    gateway.defaultBacksideUrl()));
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    "ssl-client-profile " + gateway.sslClientProfile().name() + " cannot be used: " + e.getMessage(),
                    e);
        }
    }
}
