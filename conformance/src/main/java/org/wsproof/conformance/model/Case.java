package org.wsproof.conformance.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.wsproof.conformance.model.Step.Each;
import org.wsproof.conformance.model.Step.Listen;
import org.wsproof.conformance.model.Step.Operate;

/**
 * One thing asked of a target: what is done, and what must then hold.
 *
 * @param id permanent, {@code suite/words}
 * @param sentence what a sound proxy does, in one sentence
 * @param dependsOn ids of cases that must pass for this one to mean anything
 * @param counterExamples at least one (two, with different observations, for an OBSERVE case)
 * @param why what it is good for
 * @param framing how it reads for a target that reads frames and writes its own
 */
public record Case(
        String id,
        String sentence,
        Level level,
        Basis basis,
        Profile profile,
        List<String> dependsOn,
        List<Step> steps,
        List<Claim> claims,
        List<CounterExample> counterExamples,
        Why why,
        Framing framing) {

    /**
     * Why a case matters.
     *
     * @param text what goes wrong for people where a proxy breaks it, in one or two sentences
     * @param bugs where it did go wrong, as {@code project#number}, {@code CVE-…} or {@code GHSA-…}; may be empty
     */
    public record Why(String text, List<String> bugs) {
        /** Nothing is said. */
        public static final Why UNTOLD = new Why("", List.of());
    }

    /**
     * How a case reads for a framing target: one that is an endpoint of WebSocket on either leg, with an endpoint's rights.
     * The opening handshake reads the same for all, and so do messages: see {@code docs/contracts.md}, transparent.
     */
    public sealed interface Framing {
        /** In words, to stand behind "In framing mode: ". */
        String words();

        /** The same claims hold, message by message. */
        record AsEver() implements Framing {
            @Override
            public String words() {
                return "the same, message by message.";
            }
        }

        /** These claims hold in place of the case's own. */
        record Otherwise(String words, List<Claim> claims) implements Framing {
            public Otherwise {
                if (claims.isEmpty()) {
                    throw new IllegalArgumentException("a reading without claims can't fail");
                }
            }
        }

        /** It is not asked: a target that reads frames may go either way. */
        record NotAsked(String words) implements Framing {}
    }

    /** What a case needs for itself while it runs; derived from its steps, never declared. */
    public enum Room {
        /** Runs beside others on the same profile. */
        SHARED,
        /** A peer listens in a special way, which others on the profile would notice. */
        OWN_PROFILE,
        /** An operation changes the target itself. */
        OWN_INSTANCE
    }

    public String suite() {
        return id.substring(0, id.indexOf('/'));
    }

    public Room room() {
        if (flat(steps).anyMatch(Operate.class::isInstance)) {
            return Room.OWN_INSTANCE;
        }
        return flat(steps).anyMatch(Case::special) ? Room.OWN_PROFILE : Room.SHARED;
    }

    /**
     * True where the client alone is scripted and judged, and an echo server is all it needs behind the target, be it
     * anybody's; derived too.
     */
    public boolean oneSided() {
        return flat(steps)
                        .noneMatch(step ->
                                step instanceof Operate || (step instanceof Listen l && l.how() != Listening.ECHO))
                && Stream.concat(
                                steps.stream().flatMap(Step::endpoints),
                                claims.stream().flatMap(Claim::endpoints))
                        .allMatch(at -> at.peer() == Peer.CLIENT);
    }

    /** The target's timers that its times are shares of; derived too. A target that lacks one can't be put to the case. */
    public Set<Span.Timer> timers() {
        return Stream.concat(
                        steps.stream().flatMap(Step::spans), claims.stream().flatMap(Claim::spans))
                .map(Span::of)
                .filter(timer -> timer != Span.Timer.SECOND)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The same case, where the cases of these ids are all there are. */
    public Case dependingOnlyOn(Set<String> ids) {
        List<String> left = dependsOn.stream().filter(ids::contains).toList();
        return new Case(id, sentence, level, basis, profile, left, steps, claims, counterExamples, why, framing);
    }

    /** What must hold of a target that reads frames and writes its own; the case's own claims unless it says otherwise. */
    public List<Claim> framingClaims() {
        return framing instanceof Framing.Otherwise otherwise ? otherwise.claims() : claims;
    }

    /** All steps, those inside {@link Each} in its place. */
    public Stream<Step> allSteps() {
        return flat(steps);
    }

    private static boolean special(Step step) {
        return step instanceof Listen listen
                && (listen.how() == Listening.REFUSING
                        || listen.how() == Listening.SILENT
                        || !listen.certificate().isEmpty());
    }

    private static Stream<Step> flat(List<Step> steps) {
        return steps.stream().flatMap(step -> step instanceof Each each ? flat(each.steps()) : Stream.of(step));
    }
}
