package org.wsproof.proxy.tls;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.wsproof.proxy.config.tls.SslClientProfile.Protocol;

/**
 * Fails an engine whose peer begins another handshake, before anything of it is computed: one handshake costs a server many
 * times what it costs a client, and one connection is to pay for one. TLS 1.3 has none, and its key updates are left alone.
 */
public final class NoRenegotiation implements EngineWatch {
    private boolean shaken;

    @Override
    public void done(SSLEngine engine, SSLEngineResult result) throws SSLException {
        HandshakeStatus status = result.getHandshakeStatus();
        if (status == HandshakeStatus.FINISHED) {
            shaken = true;
        } else if (shaken && status == HandshakeStatus.NEED_TASK && isTls12(engine)) {
            throw new SSLHandshakeException("the peer renegotiates, which is not allowed here");
        }
    }

    private static boolean isTls12(SSLEngine engine) {
        return engine.getSession().getProtocol().equals(Protocol.TLS_1_2.standardName());
    }

    @Override
    public void failed(SSLException failure) {}
}
