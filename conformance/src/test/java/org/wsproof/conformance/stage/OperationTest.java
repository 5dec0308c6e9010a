package org.wsproof.conformance.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.wsproof.conformance.cases.Catalogue;
import org.wsproof.conformance.judge.Outcome;
import org.wsproof.conformance.judge.Result;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Endpoint;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.model.Step.Figure;
import org.wsproof.conformance.model.Step.Operation;
import org.wsproof.conformance.relay.SoundRelay;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.targets.Declaration;
import org.wsproof.conformance.targets.Offer;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.Site;
import org.wsproof.conformance.targets.Target;
import org.wsproof.conformance.transcript.Event;

/** Cases that operate on the target itself. */
class OperationTest {
    private static final Settings SETTINGS = new Settings(1, Token.QUERY);
    private static final Case DRAIN = named("lifecycle/drain-ends-tunnels");

    @Test
    void aDrainedInstanceIsTheCasesOwn() throws Exception {
        try (Stage stage = Stage.open(new SoundRelay(), SETTINGS)) {
            Result drained = stage.perform(DRAIN);
            assertThat(drained.outcome()).isInstanceOf(Outcome.Passed.class);
            assertThat(drained.trace())
                    .filteredOn(event -> event.what() == Event.What.OPERATED)
                    .extracting(Event::at)
                    .containsExactly(Endpoint.operator(Operation.DRAIN));
            assertThat(stage.target().alive()).isTrue();
            assertThat(stage.perform(named("handshake/basic")).outcome()).isInstanceOf(Outcome.Passed.class);
        }
    }

    @Test
    void aTargetThatHangsInADrainCostsItsDeadline() throws Exception {
        try (Stage stage = Stage.open(new SoundRelay(Fault.DRAIN_WAITS_FOR_TUNNELS), SETTINGS)) {
            long began = System.nanoTime();
            assertThat(stage.perform(DRAIN).outcome()).isInstanceOf(Outcome.Warned.class);
            assertThat(System.nanoTime() - began).isLessThan(TimeUnit.SECONDS.toNanos(15));
        }
    }

    @Test
    void aTargetThatNobodyCanOperateOnIsNotHeldToIt() throws Exception {
        try (Stage stage = Stage.open(new Shown(), SETTINGS)) {
            Outcome outcome = stage.perform(DRAIN).outcome();
            assertThat(outcome).isInstanceOf(Outcome.NotApplicable.class);
            assertThat(outcome.facts().toString()).contains("offers no way to drain");
        }
    }

    @Test
    void aReadingIsHowMuchMoreThereIsThanAtFirst() throws Exception {
        try (Stage stage = Stage.open(new SoundRelay(Fault.LEAKS_ABORTED_CLIENTS), SETTINGS)) {
            Result result = stage.perform(named("isolation/descriptors-after-aborts"));
            assertThat(result.trace())
                    .filteredOn(event -> event.at().equals(Endpoint.operator(Figure.DESCRIPTORS)))
                    .extracting(Event::figure)
                    .containsExactly(0L, 200L);
        }
    }

    private static Case named(String id) {
        return Catalogue.all().stream()
                .filter(subject -> subject.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** A relay that offers the profile, but no hand on it. */
    private record Shown() implements Recipe {
        @Override
        public String name() {
            return "shown";
        }

        @Override
        public Set<Profile> profiles() {
            return Set.of(Profile.DISPOSABLE);
        }

        @Override
        public Target start(Site site) throws IOException {
            Target relay = new SoundRelay().start(site);
            return new Handless(relay);
        }
    }

    private record Handless(Target relay) implements Target {
        @Override
        public Declaration declaration() {
            return relay.declaration();
        }

        @Override
        public Map<Profile, Offer> offers() {
            return relay.offers();
        }

        @Override
        public boolean alive() {
            return relay.alive();
        }

        @Override
        public String lastWords() {
            return relay.lastWords();
        }

        @Override
        public void close() {
            relay.close();
        }
    }
}
