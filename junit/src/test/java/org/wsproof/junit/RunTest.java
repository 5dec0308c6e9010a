package org.wsproof.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.wsproof.conformance.cases.Catalogue;
import org.wsproof.conformance.engine.Known;
import org.wsproof.conformance.engine.Plan;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.relay.SoundRelay;
import org.wsproof.conformance.stage.Settings;
import org.wsproof.conformance.stage.Token;

class RunTest {
    /** Takes two seconds, of which it waits nearly all. */
    private static final Case SLOW = Catalogue.all().stream()
            .filter(one -> one.id().equals("idle-timeout/client-alone-keeps-alive"))
            .findFirst()
            .orElseThrow();

    @Test
    void whoIsInterruptedWhileHeWaitsForTheEndStopsTheRunAndItsTarget() throws Exception {
        AtomicInteger stopped = new AtomicInteger();
        Plan plan = new Plan(List.of(SLOW), Catalogue.all(), 1, 1, new Settings(1, Token.QUERY), Known.none());
        Run run = Run.start(new Stopped(new SoundRelay(), stopped), plan);
        Thread.currentThread().interrupt();
        assertThatThrownBy(run::end).isInstanceOf(InterruptedException.class);
        assertThat(stopped).hasValue(1);
        assertThatThrownBy(() -> run.of(SLOW))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the run was stopped before its end");
    }
}
