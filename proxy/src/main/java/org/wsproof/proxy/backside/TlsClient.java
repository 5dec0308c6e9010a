package org.wsproof.proxy.backside;

import io.undertow.UndertowOptions;
import io.undertow.protocols.ssl.SslConduit;
import io.undertow.protocols.ssl.UndertowXnioSsl;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.wsproof.proxy.config.BacksideUrl;
import org.wsproof.proxy.config.tls.SslClientProfile;
import org.wsproof.proxy.tls.CipherSuites;
import org.wsproof.proxy.tls.WatchedEngine;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Sequence;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.ssl.SslConnection;

/** The gateway as a TLS client: makes a connection to the backside one with TLS, after the TLS client profile. */
public final class TlsClient {
    private final UndertowXnioSsl ssl;
    private final OptionMap options;
    private final Optional<SNIHostName> serverName;

    public TlsClient(Xnio xnio, SSLContext context, SslClientProfile profile, BacksideUrl url) {
        this.ssl = new UndertowXnioSsl(xnio, OptionMap.EMPTY, context);
        OptionMap.Builder builder = OptionMap.builder()
                .set(Options.SSL_PEER_HOST_NAME, url.host())
                .set(Options.SSL_PEER_PORT, url.port())
                .set(
                        Options.SSL_ENABLED_PROTOCOLS,
                        Sequence.of(profile.protocols().stream()
                                .map(SslClientProfile.Protocol::standardName)
                                .toList()))
                .set(Options.SSL_ENABLED_CIPHER_SUITES, Sequence.of(CipherSuites.of(context)));
        if (profile.validateHostname()) {
            builder.set(UndertowOptions.ENDPOINT_IDENTIFICATION_ALGORITHM, "HTTPS");
        }
        this.options = builder.getMap();
        this.serverName = serverName(url);
    }

    /** For Undertow's own client: the same context and options. */
    UndertowXnioSsl ssl() {
        return ssl;
    }

    OptionMap options() {
        return options;
    }

    /** A connection with TLS, and why TLS failed on it, if it did. */
    record Wrapped(SslConnection connection, FirstFailure failure) {}

    /** Puts TLS on the connection; the handshake is not begun yet. */
    Wrapped wrap(StreamConnection plain) {
        SslConnection connection = ssl.wrapExistingConnection(plain, options, true);
        SslConduit conduit = UndertowXnioSsl.getSslConduit(connection);
        SSLEngine engine = conduit.getSSLEngine();
        serverName.ifPresent(name -> {
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setServerNames(List.of(name));
            engine.setSSLParameters(parameters);
        });
        FirstFailure failure = new FirstFailure();
        conduit.setSslEngine(new WatchedEngine(engine, failure));
        return new Wrapped(connection, failure);
    }

    /** JSSE sends no name without a dot by itself; an address must not be sent at all (RFC 6066 §3). */
    private static Optional<SNIHostName> serverName(BacksideUrl url) {
        if (url.isAddress()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SNIHostName(url.host()));
        } catch (IllegalArgumentException notAllowedInSni) {
            return Optional.empty();
        }
    }
}
