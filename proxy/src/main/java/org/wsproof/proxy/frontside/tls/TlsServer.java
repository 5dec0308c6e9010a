package org.wsproof.proxy.frontside.tls;

import io.undertow.protocols.ssl.UndertowXnioSsl;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.wsproof.proxy.config.tls.SslClientProfile.Protocol;
import org.wsproof.proxy.config.tls.SslServerProfile;
import org.xnio.ChannelListener;
import org.xnio.ChannelListeners;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Sequence;
import org.xnio.StreamConnection;
import org.xnio.XnioExecutor;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;
import org.xnio.ssl.SslConnection;

/**
 * The gateway as a TLS server, after a TLS server profile. No protocol is negotiated inside TLS (ALPN): HTTP/1.1 is the only
 * one spoken.
 */
public final class TlsServer {
    private final SSLContext context;
    private final SslServerProfile profile;
    private final Duration handshakeTimeout;

    private TlsServer(SSLContext context, SslServerProfile profile, Duration handshakeTimeout) {
        this.context = context;
        this.profile = profile;
        this.handshakeTimeout = handshakeTimeout;
    }

    /**
     * A server that shows the profile's certificate.
     *
     * @param handshakeTimeout from accepted to the end of the TLS handshake; zero is off
     * @throws IOException if the JDK does not take the certificate or its key
     */
    public static TlsServer of(SslServerProfile profile, Duration handshakeTimeout) throws IOException {
        try {
            return new TlsServer(TlsServerContext.of(profile.identity()), profile, handshakeTimeout);
        } catch (GeneralSecurityException e) {
            throw new IOException("its certificate cannot be used: " + e.getMessage(), e);
        }
    }

    /**
     * Binds the address; accepting must be resumed.
     *
     * @param open told of each connection at once, before its TLS handshake, which its first read begins
     * @throws IOException if the address cannot be bound
     */
    public AcceptingChannel<SslConnection> listen(
            XnioWorker worker,
            InetSocketAddress address,
            ChannelListener<? super StreamConnection> open,
            OptionMap socketOptions)
            throws IOException {
        OptionMap options = OptionMap.builder()
                .addAll(socketOptions)
                .set(
                        Options.SSL_ENABLED_PROTOCOLS,
                        Sequence.of(profile.protocols().stream()
                                .map(Protocol::standardName)
                                .toList()))
                .getMap();
        ChannelListener<SslConnection> accepted = connection -> {
            limit(connection);
            open.handleEvent(connection);
        };
        return new UndertowXnioSsl(worker.getXnio(), OptionMap.EMPTY, context)
                .createSslConnectionServer(worker, address, ChannelListeners.openListenerAdapter(accepted), options);
    }

    /** Undertow's timers watch requests, and a client in its TLS handshake has not begun one. */
    private void limit(SslConnection connection) {
        if (handshakeTimeout.isZero()) {
            return;
        }
        try {
            XnioExecutor.Key timer = connection
                    .getIoThread()
                    .executeAfter(
                            () -> IoUtils.safeClose(connection), handshakeTimeout.toMillis(), TimeUnit.MILLISECONDS);
            connection.getHandshakeSetter().set(done -> timer.remove());
            connection.setCloseListener(closed -> timer.remove());
        } catch (RejectedExecutionException stopping) {
            IoUtils.safeClose(connection);
        }
    }
}
