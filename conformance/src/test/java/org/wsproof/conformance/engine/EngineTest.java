package org.wsproof.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wsproof.conformance.cases.Catalogue;
import org.wsproof.conformance.cases.script.HeadText;
import org.wsproof.conformance.cases.script.Script;
import org.wsproof.conformance.judge.Outcome;
import org.wsproof.conformance.judge.Result;
import org.wsproof.conformance.model.Basis;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Endpoint;
import org.wsproof.conformance.model.Level;
import org.wsproof.conformance.model.Listening;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;
import org.wsproof.conformance.model.Step;
import org.wsproof.conformance.relay.SoundRelay;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.stage.Settings;
import org.wsproof.conformance.stage.Token;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.Site;
import org.wsproof.conformance.targets.Target;

class EngineTest implements Progress {
    private static final Case BASIC = named("handshake/basic");
    private static final Case VIA = named("headers/via-added");

    private final List<String> heard = new ArrayList<>();

    @Test
    void aSoundTargetPasses() throws Exception {
        Report report = run(new SoundRelay(), new SoundRelay(), VIA, BASIC);
        assertThat(report.results()).extracting(r -> r.subject().id()).containsExactly(VIA.id(), BASIC.id());
        assertThat(report.results()).extracting(r -> r.outcome().slug()).containsOnly("passed");
        assertThat(report.exitCode()).isZero();
        assertThat(heard)
                .startsWith("began 2")
                .contains("started headers/via-added", "passed headers/via-added")
                .doesNotContain("confirming 1");
    }

    @Test
    void aFailureThatTheSoundRelayDoesNotShareAccusesTheTarget() throws Exception {
        Report report = run(new SoundRelay(Fault.NO_VIA), new SoundRelay(), VIA, BASIC);
        assertThat(report.results()).extracting(r -> r.outcome().slug()).containsExactly("failed", "passed");
        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(heard).contains("confirming 1");
    }

    @Test
    void aFailureThatTheControlSharesIsTheKitsOwn() throws Exception {
        Report report = run(new SoundRelay(Fault.NO_VIA), new SoundRelay(Fault.NO_VIA), VIA);
        assertThat(report.results()).extracting(r -> r.outcome().slug()).containsExactly("harness-fault");
        assertThat(report.exitCode()).isEqualTo(4);
    }

    @Test
    void aFailureThatTheControlSharesOnceOnlyIsPutToTheTargetAgain() throws Exception {
        Optional<Recipe> unsound = Optional.of(new SoundRelay(Fault.NO_VIA));
        Report still = run(new SoundRelay(Fault.NO_VIA), new Switchboard(List.of(unsound, sound())), VIA);
        assertThat(still.results()).extracting(r -> r.outcome().slug()).containsExactly("failed");
        Report nowSound = run(
                new Switchboard(List.of(sound(), unsound, sound())), new Switchboard(List.of(unsound, sound())), VIA);
        assertThat(nowSound.results()).extracting(r -> r.outcome().slug()).containsExactly("passed");
    }

    @Test
    void aKnownFailureIsForgivenAndAStaleOneIsNot() throws Exception {
        Report known =
                Engine.run(new SoundRelay(Fault.NO_VIA), new SoundRelay(), plan(Set.of(VIA.id()), VIA, BASIC), this);
        assertThat(known.exitCode()).isZero();
        Report stale = Engine.run(new SoundRelay(), new SoundRelay(), plan(Set.of(VIA.id()), VIA), this);
        assertThat(stale.stale()).extracting(r -> r.subject().id()).containsExactly(VIA.id());
        assertThat(stale.exitCode()).isEqualTo(1);
    }

    @Test
    void aCaseWhoseDependencyFailedIsBlockedAndTheDependencyUnreported() throws Exception {
        Case after = waiting(List.of(VIA.id()));
        Plan plan =
                new Plan(List.of(after), List.of(BASIC, VIA, after), 2, 1, new Settings(1, Token.QUERY), Known.none());
        Report report = Engine.run(new SoundRelay(Fault.NO_VIA), new SoundRelay(), plan, this);
        assertThat(report.results())
                .extracting(r -> r.subject().id() + " " + r.outcome().slug())
                .containsExactly("engine/waits blocked");
    }

    @Test
    void aProfileThatIsNotOfferedIsNoFailure() throws Exception {
        Report report =
                run(new Only(Set.of(Profile.PLAIN)), new SoundRelay(), named("tls-backside/expired-refused"), BASIC);
        assertThat(report.results()).extracting(r -> r.outcome().slug()).containsExactly("not-applicable", "passed");
        assertThat(report.exitCode()).isZero();
    }

    @Test
    void aTargetThatEndsInMidRunIsLostNotAccused() throws Exception {
        Report report = run(new Mortal(), new SoundRelay(), waiting(List.of()), BASIC);
        assertThat(report.lost()).hasValueSatisfying(why -> assertThat(why).contains("ended during the run"));
        assertThat(report.results()).extracting(Result::outcome).hasAtLeastOneElementOfType(Outcome.SetupFailed.class);
        assertThat(report.results()).noneMatch(r -> r.outcome() instanceof Outcome.Failed);
        assertThat(report.exitCode()).isEqualTo(3);
    }

    @Test
    void aTargetThatStopsAnsweringIsLostAndCostsNotEachCaseItsDeadline() throws Exception {
        List<Case> cases = new ArrayList<>(List.of(brief(0, List.of())));
        for (int i = 1; i <= 60; i++) {
            cases.add(brief(i, List.of(cases.get(0).id())));
        }
        Plan plan = new Plan(cases, cases, 4, 1, new Settings(1, Token.QUERY), Known.none());
        Report report = Engine.run(new Switchboard(List.of(sound(), Optional.empty())), new SoundRelay(), plan, this);
        assertThat(report.lost()).hasValueSatisfying(why -> assertThat(why).contains("stopped answering"));
        assertThat(report.exitCode()).isEqualTo(3);
        assertThat(report.results().subList(40, 61)).allMatch(r -> r.outcome() instanceof Outcome.SetupFailed);
    }

    @Test
    void aCaseThatIsNotTheSameEachTimeIsFlakyAndItsWorstIsReported() throws Exception {
        Optional<Recipe> unsound = Optional.of(new SoundRelay(Fault.NO_VIA));
        Recipe moody = new Switchboard(List.of(sound(), sound(), sound(), unsound, sound()));
        Plan plan = new Plan(List.of(BASIC, VIA), Catalogue.all(), 2, 3, new Settings(1, Token.QUERY), Known.none());
        Report report = Engine.run(moody, new SoundRelay(), plan, this);
        assertThat(report.repeat()).isEqualTo(3);
        assertThat(report.flaky()).containsOnly(Map.entry(VIA.id(), Map.of("passed", 2, "failed", 1)));
        assertThat(report.results()).extracting(r -> r.outcome().slug()).containsExactly("passed", "failed");
        assertThat(heard).contains("began 6");
    }

    @Test
    void aCaseThatIsKnownToFailSometimesMayPass() throws Exception {
        Known sometimes = new Known(Set.of(), Set.of(VIA.id()));
        Plan plan = new Plan(List.of(BASIC, VIA), Catalogue.all(), 2, 1, new Settings(1, Token.QUERY), sometimes);
        assertThat(Engine.run(new SoundRelay(), new SoundRelay(), plan, this).exitCode())
                .isZero();
        assertThat(Engine.run(new SoundRelay(Fault.NO_VIA), new SoundRelay(), plan, this)
                        .exitCode())
                .isZero();
    }

    @Test
    void aTargetThatDoesNotStartIsSaidSo() {
        assertThatThrownBy(() -> run(new Never(), new SoundRelay(), BASIC))
                .isInstanceOf(IOException.class)
                .hasMessage("it won't");
    }

    private Report run(Recipe target, Recipe control, Case... cases) throws IOException, InterruptedException {
        return Engine.run(target, control, plan(Set.of(), cases), this);
    }

    private static Plan plan(Set<String> known, Case... cases) {
        return new Plan(
                List.of(cases), Catalogue.all(), 2, 1, new Settings(1, Token.QUERY), new Known(known, Set.of()));
    }

    private static Case named(String id) {
        return Catalogue.all().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Recipe> sound() {
        return Optional.of(new SoundRelay());
    }

    /** Asks, and does not wait long. */
    private static Case brief(int number, List<String> dependsOn) {
        Endpoint client = Endpoint.client("a");
        return new Case(
                "engine/brief-" + number,
                "Somebody answers.",
                Level.MUST,
                new Basis.Contract("none"),
                Profile.PLAIN,
                dependsOn,
                List.of(
                        Script.originListens(Listening.ECHO),
                        Script.open("a"),
                        Script.send(client, HeadText.opening("a")),
                        Script.await(client, Sign.HEAD, Span.seconds(0.05))),
                List.of(new Claim.Seen(client, Sign.HEAD)),
                List.of(),
                Case.Why.UNTOLD,
                new Case.Framing.AsEver());
    }

    /** Waits for a connection's end, which comes when the target dies. */
    private static Case waiting(List<String> dependsOn) {
        Endpoint client = Endpoint.client("a");
        return new Case(
                "engine/waits",
                "Nothing ends.",
                Level.MUST,
                new Basis.Contract("none"),
                Profile.PLAIN,
                dependsOn,
                List.of(new Step.Open(client, ""), new Step.Await(client, Sign.ENDED, Span.seconds(1))),
                List.of(new Claim.Never(client, Sign.ENDED)),
                List.of(),
                Case.Why.UNTOLD,
                new Case.Framing.AsEver());
    }

    @Override
    public void began(int total) {
        heard.add("began " + total);
    }

    @Override
    public void started(Case subject) {
        heard.add("started " + subject.id());
    }

    @Override
    public void finished(Result result) {
        heard.add(result.outcome().slug() + " " + result.subject().id());
    }

    @Override
    public void confirming(int failures) {
        heard.add("confirming " + failures);
    }

    /** A sound relay that offers less. */
    private record Only(Set<Profile> profiles) implements Recipe {
        @Override
        public String name() {
            return "only";
        }

        @Override
        public Target start(Site site) throws IOException {
            return new SoundRelay().start(site);
        }
    }

    private static final class Never implements Recipe {
        @Override
        public String name() {
            return "never";
        }

        @Override
        public Set<Profile> profiles() {
            return Set.of(Profile.PLAIN);
        }

        @Override
        public Target start(Site site) throws IOException {
            throw new IOException("it won't");
        }
    }
}
