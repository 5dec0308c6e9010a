package org.wsproof.proxy.tls;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;

/** Sees what a TLS engine does. */
public interface EngineWatch {
    /**
     * The engine has taken or made octets.
     *
     * @throws SSLException if it is to fail for that
     */
    void done(SSLEngine engine, SSLEngineResult result) throws SSLException;

    /** The engine has failed. */
    void failed(SSLException failure);
}
