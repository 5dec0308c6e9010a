package org.wsproof.proxy.policy;

import org.wsproof.proxy.http.Refusal;

/** What a policy says of a request. */
public sealed interface Verdict {
    /** The next policy is asked, or, after the last, the backside. */
    record Allowed() implements Verdict {}

    /**
     * Nothing of the request reaches the backside.
     *
     * @param refusal what the client is told
     * @param reason what the log is told; without secrets
     */
    record Denied(Refusal refusal, String reason) implements Verdict {}
}
