package org.wsproof.conformance.cases.script;

import java.util.ArrayList;
import java.util.List;
import org.wsproof.conformance.model.Basis;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Case.Framing;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.CounterExample;
import org.wsproof.conformance.model.Level;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.model.Step;

/**
 * A case as it is told: level, name and sentence, then the basis, the script, the claims, and what must fail it. The
 * profile is {@link Profile#PLAIN} unless said; each case but the first depends on {@code handshake/basic} unless said.
 */
public final class CaseBuilder {
    private static final String FIRST = "handshake/basic";

    private final String id;
    private final String sentence;
    private final Level level;
    private final Basis basis;
    private Profile profile = Profile.PLAIN;
    private List<String> dependsOn;
    private final List<Step> steps = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();
    private final List<CounterExample> counterExamples = new ArrayList<>();
    private Case.Why why = Case.Why.UNTOLD;
    private Framing framing = new Framing.AsEver();

    private CaseBuilder(Level level, Basis basis, String id, String sentence) {
        this.id = id;
        this.sentence = sentence;
        this.level = level;
        this.basis = basis;
        this.dependsOn = id.equals(FIRST) ? List.of() : List.of(FIRST);
    }

    public static CaseBuilder must(String id, Basis basis, String sentence) {
        return new CaseBuilder(Level.MUST, basis, id, sentence);
    }

    public static CaseBuilder should(String id, Basis basis, String sentence) {
        return new CaseBuilder(Level.SHOULD, basis, id, sentence);
    }

    public static CaseBuilder observe(String id, Basis basis, String sentence) {
        return new CaseBuilder(Level.OBSERVE, basis, id, sentence);
    }

    /**
     * A section of an RFC.
     *
     * @param keyword the requirement word that the section uses, or "" where it only describes
     */
    public static Basis rfc(int number, String section, String keyword) {
        return new Basis.Rfc(number, section, keyword);
    }

    /**
     * A contract of the kit's own.
     *
     * @param anchor a heading of {@code docs/contracts.md}
     */
    public static Basis contract(String anchor) {
        return new Basis.Contract(anchor);
    }

    public CaseBuilder on(Profile needed) {
        profile = needed;
        return this;
    }

    /** Depends on these cases, instead of {@code handshake/basic}. */
    public CaseBuilder after(String... ids) {
        dependsOn = List.of(ids);
        return this;
    }

    /** Why it matters: what goes wrong for people where a proxy breaks it, in one or two sentences. */
    public CaseBuilder because(String text) {
        why = new Case.Why(text, why.bugs());
        return this;
    }

    /**
     * Where it did go wrong: public reports, which the explanation prints with their links.
     *
     * @param bugs {@code project#number} (a short name that {@code BugReference} knows, or {@code owner/repository}), {@code
     *     CVE-…} or {@code GHSA-…}
     */
    public CaseBuilder seenIn(String... bugs) {
        why = new Case.Why(why.text(), List.of(bugs));
        return this;
    }

    public CaseBuilder then(List<Step> more) {
        steps.addAll(more);
        return this;
    }

    public CaseBuilder then(Step... more) {
        return then(List.of(more));
    }

    public CaseBuilder claims(Claim... more) {
        claims.addAll(List.of(more));
        return this;
    }

    /**
     * The case fails where the sound relay has this fault.
     *
     * @param fact text that one of the failure's facts must contain
     */
    public CaseBuilder failsUnder(String fault, String fact) {
        counterExamples.add(new CounterExample(fault, fact));
        return this;
    }

    /** For a target that reads frames and writes its own these claims hold instead. */
    public CaseBuilder framing(String words, Claim... instead) {
        framing = new Framing.Otherwise(words, List.of(instead));
        return this;
    }

    /** A target that reads frames and writes its own is not asked. */
    public CaseBuilder notAskedOfFraming(String why) {
        framing = new Framing.NotAsked(why);
        return this;
    }

    public Case build() {
        return new Case(
                id,
                sentence,
                level,
                basis,
                profile,
                dependsOn,
                List.copyOf(steps),
                List.copyOf(claims),
                List.copyOf(counterExamples),
                why,
                framing);
    }
}
