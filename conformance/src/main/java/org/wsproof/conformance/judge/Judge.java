package org.wsproof.conformance.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.wsproof.conformance.frames.Lane;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Claim.AnyOf;
import org.wsproof.conformance.model.Endpoint;
import org.wsproof.conformance.model.Level;
import org.wsproof.conformance.targets.Mode;
import org.wsproof.conformance.targets.Timers;
import org.wsproof.conformance.transcript.Transcript;

/**
 * Judges one case: a function of the case, what the target declares, and the transcript. It remembers only what the script
 * sends, which never changes, so that it can be asked again as the transcript grows.
 */
public final class Judge {
    private final Case subject;
    private final Mode mode;
    private final Timers timers;
    private final Map<Endpoint, Lane> scripted = new ConcurrentHashMap<>();

    public Judge(Case subject, Mode mode, Timers timers) {
        this.subject = subject;
        this.mode = mode;
        this.timers = timers;
    }

    /** {@code Passed} or {@code Observed} if all claims hold; else {@code Failed} or {@code Warned}, with what is wrong. */
    public Outcome judge(Transcript transcript) {
        ClaimCheck check = new ClaimCheck(this, transcript);
        List<Fact> wrong = new ArrayList<>();
        List<Fact> ways = new ArrayList<>();
        for (Claim claim : mode == Mode.FRAMING ? subject.framingClaims() : subject.claims()) {
            wrong.addAll(check.wrong(claim));
            if (claim instanceof AnyOf anyOf) {
                check.way(anyOf).ifPresent(way -> ways.add(new Fact("observed", way)));
            }
        }
        if (!wrong.isEmpty()) {
            return subject.level() == Level.MUST ? new Outcome.Failed(wrong) : new Outcome.Warned(wrong);
        }
        return subject.level() == Level.OBSERVE ? new Outcome.Observed(ways) : new Outcome.Passed(ways);
    }

    /**
     * How many messages an echo server of somebody else's said at this client before it echoed anything; 0 where the origin
     * is the kit's own.
     */
    public int greeting(Transcript transcript, Endpoint client) {
        return mode == Mode.ONE_SIDED
                ? transcript
                        .at(client)
                        .map(seen -> Echoed.of(scripted(client)).greeting(seen.lane()))
                        .orElse(0)
                : 0;
    }

    Mode mode() {
        return mode;
    }

    Timers timers() {
        return timers;
    }

    /** What the script sends in the tunnel at an endpoint, worked out once. */
    Lane scripted(Endpoint sender) {
        return scripted.computeIfAbsent(sender, at -> ScriptedLane.of(subject, at));
    }
}
