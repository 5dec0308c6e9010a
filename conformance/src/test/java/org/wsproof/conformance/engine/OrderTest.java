package org.wsproof.conformance.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wsproof.conformance.model.Basis;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Level;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.model.Step;

class OrderTest {
    private static final Case BASIC = subject("s/basic", Profile.PLAIN);
    private static final Case AFTER = subject("s/after", Profile.PLAIN, "s/basic");
    private static final Case TIMED = subject("s/timed", Profile.SHORT_TIMERS);
    private static final Case LATE = subject("s/late", Profile.PLAIN, "s/timed");

    private final Order order = new Order(List.of(TIMED, AFTER, BASIC, LATE));

    @Test
    void aCaseComesBehindWhatItDependsOnAndTimesComeLast() {
        assertThat(order.groups(List.of(TIMED, AFTER, BASIC, LATE)))
                .extracting(Order.Group::cases)
                .containsExactly(List.of(BASIC), List.of(AFTER), List.of(TIMED), List.of(LATE));
    }

    @Test
    void whatOperatesOnTheTargetComesBehindAllElse() {
        Case own = new Case(
                "s/own",
                "A case.",
                Level.MUST,
                new Basis.Contract("x"),
                Profile.DISPOSABLE,
                List.of(),
                List.of(new Step.Operate(Step.Operation.DRAIN)),
                List.of(),
                List.of(),
                Case.Why.UNTOLD,
                new Case.Framing.AsEver());
        assertThat(order.groups(List.of(own, TIMED, BASIC)))
                .extracting(Order.Group::cases)
                .containsExactly(List.of(BASIC), List.of(TIMED), List.of(own));
    }

    @Test
    void whatASelectedCaseDependsOnRunsToo() {
        assertThat(order.groups(List.of(AFTER)))
                .extracting(Order.Group::cases)
                .containsExactly(List.of(BASIC), List.of(AFTER));
    }

    @Test
    void aDependencyThatIsNoCaseIsAMistakeOfTheCatalogue() {
        Case lost = subject("s/lost", Profile.PLAIN, "s/nowhere");
        assertThatThrownBy(() -> order.groups(List.of(lost)))
                .hasMessage("s/lost depends on s/nowhere, which is no case");
    }

    private static Case subject(String id, Profile profile, String... dependsOn) {
        return new Case(
                id,
                "A case.",
                Level.MUST,
                new Basis.Contract("x"),
                profile,
                List.of(dependsOn),
                List.of(),
                List.of(),
                List.of(),
                Case.Why.UNTOLD,
                new Case.Framing.AsEver());
    }
}
