package org.wsproof.conformance.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.wsproof.conformance.frames.Lane;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Claim.AnyOf;
import org.wsproof.conformance.model.Claim.AtMost;
import org.wsproof.conformance.model.Claim.Between;
import org.wsproof.conformance.model.Claim.Ended;
import org.wsproof.conformance.model.Claim.Field;
import org.wsproof.conformance.model.Claim.Never;
import org.wsproof.conformance.model.Claim.Same;
import org.wsproof.conformance.model.Claim.SameThenClose;
import org.wsproof.conformance.model.Claim.Seen;
import org.wsproof.conformance.model.Claim.Status;
import org.wsproof.conformance.model.Endpoint;
import org.wsproof.conformance.targets.Mode;
import org.wsproof.conformance.targets.Timers;
import org.wsproof.conformance.transcript.Event;
import org.wsproof.conformance.transcript.Sighting;
import org.wsproof.conformance.transcript.Transcript;
import org.wsproof.conformance.wire.Head;
import org.wsproof.conformance.words.ClaimText;
import org.wsproof.conformance.words.SignText;

/** Holds claims against one transcript. The facts it gives are what is wrong: no facts, and the claim holds. */
final class ClaimCheck {
    private final Mode mode;
    private final Timers timers;
    private final Function<Endpoint, Lane> scripted;
    private final Transcript transcript;

    ClaimCheck(Judge judge, Transcript transcript) {
        this.mode = judge.mode();
        this.timers = judge.timers();
        this.scripted = judge::scripted;
        this.transcript = transcript;
    }

    List<Fact> wrong(Claim claim) {
        if (claim instanceof Status status) {
            return each(status.at(), s -> status(status, s));
        } else if (claim instanceof Field field) {
            return each(field.at(), s -> field(field, s));
        } else if (claim instanceof Same same) {
            return each(same.receiver(), s -> same(same, s, s.lane()));
        } else if (claim instanceof SameThenClose same) {
            return each(same.receiver(), s -> sameThenClose(same, s));
        } else if (claim instanceof Seen seen) {
            return each(seen.at(), s -> seen(seen, s));
        } else if (claim instanceof Never never) {
            return never(never);
        } else if (claim instanceof Ended ended) {
            return each(ended.at(), s -> ended(ended, s));
        } else if (claim instanceof Between between) {
            return new TimeCheck(timers, transcript).wrong(between);
        } else if (claim instanceof AtMost atMost) {
            return each(atMost.at(), s -> atMost(atMost, s));
        }
        return anyOf((AnyOf) claim);
    }

    /** The name of the first alternative that holds. */
    Optional<String> way(AnyOf anyOf) {
        return anyOf.alternatives().stream()
                .filter(a -> a.claims().stream().allMatch(c -> wrong(c).isEmpty()))
                .map(Claim.Alternative::name)
                .findFirst();
    }

    private List<Fact> each(Endpoint at, Function<Sighting, List<Fact>> check) {
        List<Sighting> covered = transcript.covered(at);
        if (covered.isEmpty()) {
            return facts("something at " + at, "nothing was seen there");
        }
        return covered.stream()
                .map(check)
                .filter(facts -> !facts.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static List<Fact> status(Status claim, Sighting s) {
        Optional<Head> head = s.head(claim.nth());
        if (head.isPresent() && claim.allowed().contains(head.get().status())) {
            return List.of();
        }
        return facts(
                ClaimText.expected(claim) + " at " + s.at() + ClaimText.which(claim),
                head.map(h -> "status " + h.status()).orElse("no response" + ending(s)));
    }

    private List<Fact> field(Field claim, Sighting s) {
        FieldRule rule = new FieldRule(claim, s, transcript);
        return rule.holds() ? List.of() : facts(rule.expectation(), rule.actual());
    }

    private List<Fact> sameThenClose(SameThenClose claim, Sighting receiver) {
        return AppendedClose.before(receiver.lane())
                .map(before -> same(new Same(claim.sender(), claim.receiver()), receiver, before))
                .orElseGet(() -> facts(
                        "a Close behind all other frames at " + receiver.at(),
                        AppendedClose.missing(receiver.lane()) + ending(receiver)));
    }

    private List<Fact> same(Same claim, Sighting receiver, Lane arrived) {
        Endpoint sender = new Endpoint(
                claim.sender().peer(),
                receiver.at()
                        .tag()
                        .replaceFirst(
                                "^" + claim.receiver().tag(), claim.sender().tag()));
        boolean echoed = claim.sender().peer() == claim.receiver().peer();
        Lane sent = scripted.apply(sender);
        Optional<String> found = echoed ? echoed(sent, arrived) : relayed(sent, arrived);
        return found.map(difference -> facts(
                        "what " + sender + " sends in the tunnel ("
                                + sent.frames().size() + " frames, " + sent.octets() + " octets) at " + receiver.at(),
                        difference + ending(receiver)))
                .orElse(List.of());
    }

    private Optional<String> relayed(Lane sent, Lane arrived) {
        return mode == Mode.FRAMING
                ? Reframed.difference(sent, arrived)
                : LaneComparison.OCTETS.difference(sent, arrived);
    }

    private Optional<String> echoed(Lane sent, Lane arrived) {
        Echoed echoed = Echoed.of(sent);
        if (mode == Mode.ONE_SIDED) {
            return echoed.difference(arrived);
        }
        return mode == Mode.FRAMING
                ? Reframed.difference(echoed.expected(), arrived)
                : LaneComparison.FRAMES.difference(echoed.expected(), arrived);
    }

    private static List<Fact> seen(Seen claim, Sighting s) {
        return s.find(claim.sign()).isPresent()
                ? List.of()
                : facts(SignText.of(claim.sign()) + " at " + s.at(), "never seen" + ending(s));
    }

    private List<Fact> never(Never claim) {
        for (Sighting s : transcript.covered(claim.at())) {
            Optional<Event> event = s.find(claim.sign());
            if (event.isPresent()) {
                return facts(
                        ClaimText.expected(claim) + " at " + s.at(),
                        "seen: " + event.get().text());
            }
        }
        return List.of();
    }

    private static List<Fact> ended(Ended claim, Sighting s) {
        boolean allowed = s.endings().stream().anyMatch(claim.allowed()::contains);
        return allowed
                ? List.of()
                : facts(
                        ClaimText.expected(claim) + " at " + s.at(),
                        s.endings().isEmpty() ? "never ended" : "ended by " + ClaimText.either(s.endings()));
    }

    private static List<Fact> atMost(AtMost claim, Sighting s) {
        Optional<Event> event = s.find(claim.sign());
        if (event.isEmpty()) {
            return facts(SignText.of(claim.sign()) + " at " + s.at(), "never seen" + ending(s));
        }
        long figure = event.get().figure();
        return figure <= claim.limit()
                ? List.of()
                : facts(
                        SignText.of(claim.sign()) + " at " + s.at() + " at most " + claim.limit(),
                        Long.toString(figure));
    }

    private List<Fact> anyOf(AnyOf claim) {
        if (way(claim).isPresent()) {
            return List.of();
        }
        List<Fact> facts = new ArrayList<>();
        for (Claim.Alternative alternative : claim.alternatives()) {
            facts.add(new Fact("expected", "either " + alternative.name()));
            alternative.claims().stream()
                    .map(this::wrong)
                    .filter(w -> !w.isEmpty())
                    .findFirst()
                    .ifPresent(facts::addAll);
        }
        return List.copyOf(facts);
    }

    private static String ending(Sighting s) {
        return s.endings().isEmpty() ? "" : " (ended by " + ClaimText.either(s.endings()) + ")";
    }

    static List<Fact> facts(String expected, String was) {
        return List.of(new Fact("expected", expected), new Fact("but was", was));
    }
}
