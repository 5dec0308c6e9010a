package org.wsproof.proxy.frontside.tls;

import io.undertow.protocols.ssl.SslConduit;
import io.undertow.protocols.ssl.UndertowXnioSsl;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLContext;
import org.wsproof.proxy.config.tls.SslClientProfile.Protocol;
import org.wsproof.proxy.config.tls.SslServerProfile;
import org.wsproof.proxy.time.Timer;
import org.wsproof.proxy.tls.CipherSuites;
import org.wsproof.proxy.tls.NoRenegotiation;
import org.wsproof.proxy.tls.WatchedEngine;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Sequence;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.ssl.SslConnection;

/**
 * The gateway as a TLS server, after a TLS server profile. No protocol is negotiated inside TLS (ALPN): HTTP/1.1 is the only
 * one spoken.
 */
public final class TlsServer {
    private final UndertowXnioSsl ssl;
    private final OptionMap options;
    private final Duration handshakeTimeout;

    private TlsServer(UndertowXnioSsl ssl, OptionMap options, Duration handshakeTimeout) {
        this.ssl = ssl;
        this.options = options;
        this.handshakeTimeout = handshakeTimeout;
    }

    /**
     * A server that shows the profile's certificate.
     *
     * @param handshakeTimeout from accepted to the end of the TLS handshake; zero is off
     * @throws IOException if the JDK does not take the certificate or its key
     */
    public static TlsServer of(Xnio xnio, SslServerProfile profile, Duration handshakeTimeout) throws IOException {
        Sequence<String> protocols = Sequence.of(
                profile.protocols().stream().map(Protocol::standardName).toList());
        try {
            SSLContext context = TlsServerContext.of(profile.identity());
            OptionMap options = OptionMap.create(
                    Options.SSL_ENABLED_PROTOCOLS,
                    protocols,
                    Options.SSL_ENABLED_CIPHER_SUITES,
                    Sequence.of(CipherSuites.of(context)));
            return new TlsServer(new UndertowXnioSsl(xnio, OptionMap.EMPTY, context), options, handshakeTimeout);
        } catch (GeneralSecurityException e) {
            throw new IOException("its certificate cannot be used: " + e.getMessage(), e);
        }
    }

    /** TLS on a connection just accepted; the first read begins its handshake. */
    public SslConnection wrap(StreamConnection accepted) {
        SslConnection connection = ssl.wrapExistingConnection(accepted, options, false);
        SslConduit conduit = UndertowXnioSsl.getSslConduit(connection);
        conduit.setSslEngine(new WatchedEngine(conduit.getSSLEngine(), new NoRenegotiation()));
        limit(connection);
        return connection;
    }

    /** Undertow's timers watch requests, and a client in its TLS handshake has not begun one. */
    private void limit(SslConnection connection) {
        if (handshakeTimeout.isZero()) {
            return;
        }
        try {
            Timer timer = Timer.start(connection.getIoThread(), handshakeTimeout, () -> IoUtils.safeClose(connection));
            connection.getHandshakeSetter().set(done -> timer.stop());
            connection.setCloseListener(closed -> timer.stop());
        } catch (RejectedExecutionException stopping) {
            IoUtils.safeClose(connection);
        }
    }
}
