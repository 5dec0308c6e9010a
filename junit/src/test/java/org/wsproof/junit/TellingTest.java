package org.wsproof.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;
import org.wsproof.conformance.cases.Catalogue;
import org.wsproof.conformance.judge.Fact;
import org.wsproof.conformance.judge.Outcome;
import org.wsproof.conformance.judge.Result;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.stage.Stage;
import org.wsproof.conformance.targets.recipes.KnownFailing;

class TellingTest {
    private static final Case BASIC = Catalogue.all().stream()
            .filter(one -> one.id().equals("handshake/basic"))
            .findFirst()
            .orElseThrow();
    private static final List<Fact> FACTS = List.of(new Fact("expected", "status 101"), new Fact("but was", "502"));

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    private final Telling plain = new Telling(KnownFailing.none(), false, out);

    @Test
    void passedIsSilent() {
        assertThatCode(() -> plain.of(came(new Outcome.Passed(List.of())))).doesNotThrowAnyException();
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void failedIsAnAssertionWithFactsAndHowToRepeatIt() {
        assertThatThrownBy(() -> plain.of(came(new Outcome.Failed(FACTS))))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("handshake/basic: expected: status 101; but was: 502\n")
                .hasMessageContaining(BASIC.sentence())
                .hasMessageContaining("-Dwsproof.case=handshake/basic");
    }

    @Test
    void aWarningIsPrintedUnlessItIsToFail() {
        plain.of(came(new Outcome.Warned(FACTS)));
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .startsWith("handshake/basic: warning: ")
                .contains("but was: 502");
        assertThatThrownBy(() -> new Telling(KnownFailing.none(), true, out).of(came(new Outcome.Warned(FACTS))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("but was: 502");
    }

    @Test
    void whatWasObservedIsPrinted() {
        Outcome observed = new Outcome.Observed(List.of(new Fact("observed", "relayed")));
        new Telling(KnownFailing.none(), true, out).of(came(observed));
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualToIgnoringNewLines("handshake/basic: observed: relayed");
    }

    @Test
    void whatWasNotTestedIsAbortedWithTheReason() {
        List<Fact> why = List.of(new Fact("needs", "a profile"));
        for (Outcome outcome : List.of(new Outcome.NotApplicable(why), new Outcome.Blocked(why))) {
            assertThatThrownBy(() -> plain.of(came(outcome)))
                    .isInstanceOf(TestAbortedException.class)
                    .hasMessage("handshake/basic: " + outcome.slug() + ", needs: a profile");
        }
    }

    @Test
    void aFaultOfTheKitOrOfTheSetUpIsNoAssertionAndSaysWhoseItIsNot() {
        for (Outcome outcome : List.of(new Outcome.HarnessFault(FACTS), new Outcome.SetupFailed(FACTS))) {
            assertThatThrownBy(() -> plain.of(came(outcome)))
                    .isNotInstanceOf(AssertionError.class)
                    .hasMessageStartingWith(
                            "handshake/basic: " + outcome.slug() + ", which is no fault of the target's: expected");
        }
    }

    @Test
    void aKnownFailureIsAbortedAndOneThatPassedFails() {
        Map<String, String> reasons = Map.of(BASIC.id(), "speaks no WebSocket");
        Telling known = new Telling(new KnownFailing("list", reasons, Set.of()), true, out);
        for (Outcome outcome : List.of(new Outcome.Failed(FACTS), new Outcome.Warned(FACTS))) {
            assertThatThrownBy(() -> known.of(came(outcome)))
                    .isInstanceOf(TestAbortedException.class)
                    .hasMessage("handshake/basic: known: speaks no WebSocket");
        }
        assertThatThrownBy(() -> known.of(came(new Outcome.Passed(List.of()))))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("handshake/basic: listed as known to fail, but passed");
    }

    @Test
    void oneThatFailsSometimesMayPass() {
        KnownFailing sometimes = new KnownFailing("list", Map.of(BASIC.id(), "a race"), Set.of(BASIC.id()));
        Telling known = new Telling(sometimes, false, out);
        assertThatCode(() -> known.of(came(new Outcome.Passed(List.of())))).doesNotThrowAnyException();
        assertThatThrownBy(() -> known.of(came(new Outcome.Failed(FACTS)))).isInstanceOf(TestAbortedException.class);
    }

    private static Result came(Outcome outcome) {
        return Stage.without(BASIC, outcome);
    }
}
