package org.wsproof.proxy.policy;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.wsproof.proxy.config.policy.LogicUse;
import org.wsproof.proxy.http.Refusal;
import org.wsproof.proxy.log.BoundedLog;
import org.wsproof.proxy.policy.logic.Decision;
import org.wsproof.proxy.policy.logic.LogicQuestion;

/** Puts a request to a policy of somebody's own, whatever that may throw. */
public final class LogicVerdict {
    private static final Logger LOG = LoggerFactory.getLogger(LogicVerdict.class);

    private final LogicUse use;
    private final BoundedLog failures = new BoundedLog(LOG);

    public LogicVerdict(LogicUse use) {
        this.use = use;
    }

    /** The verdict; waits for it. Where there is none, the request is denied. */
    public Verdict verdict(Asking asking) {
        LogicQuestion question = new LogicQuestion(
                asking.head(),
                asking.arrival().clientAddress(),
                asking.arrival().tls(),
                asking.upgrade(),
                use.settings());
        try {
            return verdict(use.logic().decide(question));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed("was interrupted");
        } catch (Exception | LinkageError | StackOverflowError e) {
            failures.log(
                    Level.ERROR,
                    "additional logic failed",
                    "additional logic {} failed",
                    use.logic().name(),
                    e);
            return failed("failed: " + e);
        }
    }

    /** The verdict where the logic has not decided. */
    public Verdict failed(String why) {
        return new Verdict.Denied(
                new Refusal.PolicyFailed(), "additional logic " + use.logic().name() + " " + why);
    }

    private Verdict verdict(Decision decision) {
        if (decision instanceof Decision.Allow) {
            return new Verdict.Allowed();
        }
        if (decision instanceof Decision.Challenge challenge) {
            return denied(new Refusal.Unauthorized(List.of(challenge.challenge())), challenge.reason());
        }
        if (decision instanceof Decision.Refuse refuse) {
            return denied(refusal(refuse.status()), refuse.reason());
        }
        // Somebody's class may return null all the same.
        return failed("decided nothing");
    }

    private Verdict denied(Refusal refusal, String reason) {
        return new Verdict.Denied(refusal, "additional logic " + use.logic().name() + ": " + reason);
    }

    private static Refusal refusal(int status) {
        return switch (status) {
            case 400 -> new Refusal.BadRequest("This request is not allowed.");
            case 429 -> new Refusal.TooManyRequests("");
            case 503 -> new Refusal.Unavailable();
            default -> new Refusal.Forbidden();
        };
    }
}
