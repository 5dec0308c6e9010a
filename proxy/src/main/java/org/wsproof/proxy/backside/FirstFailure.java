package org.wsproof.proxy.backside;

import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.wsproof.proxy.tls.EngineWatch;

/**
 * Remembers an engine's first failure. The connection around it often shows a refused certificate, an alert or an origin
 * without TLS as nothing but the end of the stream; here the reason can be had.
 */
final class FirstFailure implements EngineWatch {
    private volatile @Nullable SSLException failure;

    Optional<String> failure() {
        return Optional.ofNullable(failure).map(FirstFailure::describe);
    }

    /** The outermost message may say less than the innermost one, which names the certificate. */
    private static String describe(Throwable failure) {
        Throwable cause = failure.getCause();
        String message = String.valueOf(failure.getMessage());
        return cause == null || cause == failure || message.equals(cause.getMessage())
                ? message
                : message + ": " + describe(cause);
    }

    @Override
    public void done(SSLEngine engine, SSLEngineResult result) {}

    @Override
    public void failed(SSLException first) {
        if (failure == null) {
            failure = first;
        }
    }
}
