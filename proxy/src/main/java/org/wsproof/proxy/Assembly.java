package org.wsproof.proxy;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.wsproof.proxy.backside.Backside;
import org.wsproof.proxy.backside.TlsClient;
import org.wsproof.proxy.backside.TlsClientContext;
import org.wsproof.proxy.config.BacksideUrl;
import org.wsproof.proxy.config.HttpHandler;
import org.wsproof.proxy.config.MultiProtocolGateway;
import org.wsproof.proxy.config.Timers;
import org.wsproof.proxy.config.policy.AuthorizationUrl;
import org.wsproof.proxy.config.tls.SslClientProfile;
import org.wsproof.proxy.frontside.AdmissionCheck;
import org.wsproof.proxy.frontside.RefusalLog;
import org.wsproof.proxy.frontside.RequestEntry;
import org.wsproof.proxy.frontside.screening.Screening;
import org.wsproof.proxy.frontside.screening.ScreeningAssembly;
import org.wsproof.proxy.http.RequestFields;
import org.wsproof.proxy.http.RequestListener;
import org.wsproof.proxy.policy.LimitState;
import org.wsproof.proxy.tunnel.Relays;
import org.wsproof.proxy.tunnel.TunnelTerms;
import org.wsproof.proxy.tunnel.TunnelTimers;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/** Puts together what requests to one multi-protocol gateway pass through. */
final class Assembly {
    private final MultiProtocolGateway gateway;
    private final Shared shared;
    private final Backside backside;
    private final RequestFields fields;
    private final Screening screening;

    /**
     * What all gateways of all configurations share.
     *
     * @param limits what the gateways' limits have counted so far, under earlier configurations too
     */
    record Shared(
            Relays relays, RequestListener listener, XnioWorker worker, LimitState limits, RefusalLog refusalLog) {}

    /** @throws IOException if a TLS client profile can't be used */
    Assembly(MultiProtocolGateway gateway, Shared shared) throws IOException {
        this.gateway = gateway;
        this.shared = shared;
        XnioWorker worker = shared.worker();
        this.backside =
                backside(new Asked(gateway.defaultBacksideUrl(), gateway.sslClientProfile()), gateway.timers(), worker);
        this.fields = new RequestFields(gateway.forwarding(), gateway.defaultBacksideUrl());
        this.screening = new ScreeningAssembly(
                        gateway.policies(), shared.limits().of(gateway.name()))
                .screening(authority(gateway, worker));
    }

    /** A server that is asked over HTTP, and how it is verified. */
    private record Asked(BacksideUrl url, SslClientProfile profile) {}

    /** Where requests to this handler of the gateway's enter. */
    RequestEntry entry(HttpHandler handler) {
        RequestEntry.Way way = new RequestEntry.Way(
                backside, shared.relays(), terms(gateway, handler), shared.listener(), shared.refusalLog());
        return new RequestEntry(new AdmissionCheck(handler), fields, screening, way);
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

    /** Its one timeout is kept by whoever asks it; the two of a backside must only not be shorter. */
    private static Optional<ScreeningAssembly.Authority> authority(MultiProtocolGateway gateway, XnioWorker worker)
            throws IOException {
        if (gateway.policies().authorizationUrl().isEmpty()) {
            return Optional.empty();
        }
        AuthorizationUrl url = gateway.policies().authorizationUrl().get();
        Timers own = gateway.timers();
        Timers timers = new Timers(url.timeout(), url.timeout(), own.halfOpen(), own.stalledWrite(), own.drainGrace());
        return Optional.of(new ScreeningAssembly.Authority(
                backside(new Asked(url.place(), url.sslClientProfile()), timers, worker),
                new RequestFields(gateway.forwarding().rewritingHost(), url.place())));
    }

    private static Backside backside(Asked asked, Timers timers, XnioWorker worker) throws IOException {
        return new Backside(asked.url(), timers, tls(asked), worker);
    }

    private static Optional<TlsClient> tls(Asked asked) throws IOException {
        if (!asked.url().tls()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new TlsClient(
                    Xnio.getInstance(), TlsClientContext.of(asked.profile()), asked.profile(), asked.url()));
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    "ssl-client-profile " + asked.profile().name() + " cannot be used: " + e.getMessage(), e);
        }
    }
}
