package org.wsproof.conformance.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Level;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.relay.fault.Faults;
import org.wsproof.conformance.words.BugReference;
import org.wsproof.conformance.words.ClaimText;
import org.wsproof.conformance.words.Contracts;
import org.wsproof.conformance.words.Line;
import org.wsproof.conformance.words.StepText;

/** All there is to say of a case before it is run, in sections; every word of it comes from the case's own value. */
record Explanation(Case subject, Contracts contracts) {
    List<Section> sections() {
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(
                "Why it matters", false, List.of(new Line(subject.why().text()))));
        sections.add(new Section("What is sent", true, StepText.of(subject)));
        sections.add(new Section("What must be seen", false, ClaimText.of(subject)));
        sections.add(new Section("At a framing target", false, framing()));
        sections.add(new Section("What it needs", false, needs()));
        sections.add(new Section("What fails it", false, counterExamples()));
        return sections;
    }

    /** What the contract says; "" where the basis is an RFC. */
    String contract() {
        return contracts.text(subject.basis());
    }

    List<BugReference> bugs() {
        return subject.why().bugs().stream().map(BugReference::of).toList();
    }

    static String meaning(Level level) {
        return switch (level) {
            case MUST -> "a proxy that breaks it has failed";
            case SHOULD -> "a proxy that breaks it is warned";
            case OBSERVE -> "nobody is bound: the case reports which way a proxy goes";
        };
    }

    static String meaning(Profile profile) {
        return switch (profile) {
            case PLAIN -> "http on both legs, timers long enough not to fire";
            case SHORT_TIMERS -> "http on both legs, with short idle and handshake timers that are declared to the kit";
            case TLS_FRONTSIDE -> "https on the frontside";
            case TLS_VALIDATED -> "https on the backside, where the origin's certificate and host name are validated";
            case TLS_UNVALIDATED -> "https on the backside, where any certificate is accepted";
            case GUARDED -> "an authorization server allows requests first";
            case DISPOSABLE -> "a target that a case may drain, reload or end";
        };
    }

    private List<Line> framing() {
        Case.Framing framing = subject.framing();
        List<Line> lines = new ArrayList<>();
        String words = framing.words();
        lines.add(new Line(words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1)));
        if (framing instanceof Case.Framing.Otherwise otherwise) {
            lines.addAll(ClaimText.of(subject, otherwise.claims()));
        }
        return lines;
    }

    private List<Line> needs() {
        List<Line> needs = new ArrayList<>();
        needs.add(new Line("Profile " + subject.profile().slug() + ": " + meaning(subject.profile()) + "."));
        if (!subject.dependsOn().isEmpty()) {
            needs.add(new Line("Passed before it: " + String.join(", ", subject.dependsOn())
                    + ", without which it means nothing."));
        }
        if (subject.room() == Case.Room.OWN_INSTANCE) {
            needs.add(new Line("The target for itself: it is drained, reloaded or measured."));
        } else if (subject.room() == Case.Room.OWN_PROFILE) {
            needs.add(new Line("The profile for itself, while the origin listens in a way of its own."));
        }
        if (subject.oneSided()) {
            needs.add(new Line(
                    "One end can judge it: an echo server of anybody's behind the target will do (--one-sided)."));
        }
        return needs;
    }

    private List<Line> counterExamples() {
        return subject.counterExamples().stream()
                .map(example ->
                        new Line("A relay that " + Faults.named(example.fault()).change() + " (" + example.fault()
                                + "): its facts then say “" + example.fact().strip() + "”."))
                .toList();
    }
}
