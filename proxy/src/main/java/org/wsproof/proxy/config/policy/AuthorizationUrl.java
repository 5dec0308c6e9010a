package org.wsproof.proxy.config.policy;

import java.time.Duration;
import org.wsproof.proxy.config.BacksideUrl;
import org.wsproof.proxy.config.tls.SslClientProfile;

/**
 * The authority that is asked about each request, as the script of the tutorial's second part asks an API.
 *
 * @param place where it listens
 * @param target path and query of the question, in origin-form (RFC 9112 §3.2.1)
 * @param timeout for the whole question, from the connecting to the head of the answer; more than zero
 * @param refusalStatus what the client is told where the answer is not 200
 * @param sslClientProfile how an authority with TLS is verified
 */
public record AuthorizationUrl(
        BacksideUrl place,
        String target,
        Duration timeout,
        RefusalStatus refusalStatus,
        SslClientProfile sslClientProfile) {
    /** Without the target, whose query may let somebody in: this is what a log would show. */
    @Override
    public String toString() {
        return "AuthorizationUrl[" + place + "]";
    }

    /** What a client that the authority refuses is told. */
    public enum RefusalStatus {
        /** The authority's own status, as far as it is meant for a client. */
        PROPAGATE,
        /** 500 whatever the authority said, as the tutorial's text has it. */
        ALWAYS_500
    }
}
