package org.wsproof.proxy.policy;

import java.util.List;
import org.wsproof.proxy.config.policy.AuthorizationUrl;
import org.wsproof.proxy.config.policy.AuthorizationUrl.RefusalStatus;
import org.wsproof.proxy.http.Fields;
import org.wsproof.proxy.http.Refusal;

/**
 * What an authority's answer means: 200 lets in, and nothing else does. Of the others a client is told 400, 401 with its
 * challenges, 403, and 429 with its Retry-After. 407 becomes 403, since the client's answer to it would stay with the
 * gateway (RFC 9110 §11.7.2); so does what refuses nobody, such as 204 or 302. A 5xx is an authority that failed.
 */
public final class AuthorityAnswer {
    private static final int OK = 200;

    private final AuthorizationUrl url;

    public AuthorityAnswer(AuthorizationUrl url) {
        this.url = url;
    }

    /** The verdict that an answer with this status and these fields is. */
    public Verdict verdict(int status, Fields fields) {
        if (status == OK) {
            return new Verdict.Allowed();
        }
        Refusal refusal =
                url.refusalStatus() == RefusalStatus.PROPAGATE ? refusal(status, fields) : new Refusal.PolicyFailed();
        return new Verdict.Denied(refusal, url.place() + " answered " + status);
    }

    /** The verdict where there is no answer, and {@code why} says why not. */
    public Verdict failed(String why) {
        return new Verdict.Denied(new Refusal.PolicyFailed(), "no answer of the authority: " + why);
    }

    private static Refusal refusal(int status, Fields fields) {
        if (status >= 500) {
            return new Refusal.PolicyFailed();
        }
        return switch (status) {
            case 400 -> new Refusal.BadRequest("This request is not allowed.");
            case 401 -> new Refusal.Unauthorized(fields.values("WWW-Authenticate"));
            case 429 -> new Refusal.TooManyRequests(first(fields.values("Retry-After")));
            default -> new Refusal.Forbidden();
        };
    }

    private static String first(List<String> values) {
        return values.isEmpty() ? "" : values.get(0);
    }
}
