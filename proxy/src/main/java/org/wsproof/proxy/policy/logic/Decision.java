package org.wsproof.proxy.policy.logic;

import java.util.Set;

/** What becomes of a request. */
public sealed interface Decision {
    /** The next policy is asked. */
    record Allow() implements Decision {}

    /**
     * The request is refused.
     *
     * @param status 400, 403, 429 or 503, for the client
     * @param reason for the log, not for the client
     */
    record Refuse(int status, String reason) implements Decision {
        private static final Set<Integer> STATUSES = Set.of(400, 403, 429, 503);

        public Refuse {
            if (!STATUSES.contains(status)) {
                throw new IllegalArgumentException("the status of a refusal is 400, 403, 429 or 503, not " + status);
            }
        }
    }

    /**
     * The request is refused with 401, for want of credentials.
     *
     * @param challenge the value of WWW-Authenticate, which a 401 must have (RFC 9110 §15.5.2)
     * @param reason for the log, not for the client
     */
    record Challenge(String challenge, String reason) implements Decision {
        public Challenge {
            if (!challenge.matches("[\\x20-\\x7e]+")) {
                throw new IllegalArgumentException("a challenge is a line of ASCII");
            }
        }
    }
}
