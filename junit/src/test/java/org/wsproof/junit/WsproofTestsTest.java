package org.wsproof.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;
import org.junit.platform.testkit.engine.Execution;
import org.opentest4j.TestAbortedException;

/** What JUnit makes of the cases. */
class WsproofTestsTest {
    @Test
    void suitesAreContainersAndCasesTestsInTheCataloguesOrder() {
        EngineExecutionResults results = run(selectClass(Factories.Sound.class));
        assertThat(names(results.containerEvents().dynamicallyRegistered()))
                .containsExactly("handshake", "headers", "close", "tls-backside");
        assertThat(names(results.testEvents().succeeded()))
                .startsWith(Factories.BASIC)
                .endsWith(Factories.VIA, "close/data-after-close", Factories.NEEDS_MORE)
                .noneMatch(name -> name.matches("handshake/.*-.*"));
        results.allEvents().assertStatistics(all -> all.failed(0).aborted(0).skipped(0));
    }

    @Test
    void whatWasStartedIsStoppedWhenTheTestsAreOver() {
        int before = Factories.Sound.STOPPED.get();
        run(selectClass(Factories.Sound.class));
        assertThat(Factories.Sound.STOPPED.get()).isEqualTo(before + 1);
    }

    @Test
    void testsThatRunSideBySideFindTheTargetAliveAndLeaveNone() {
        int before = Factories.Sound.STOPPED.get();
        EngineExecutionResults results = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .selectors(selectClass(Factories.Sound.class))
                .execute();
        assertThat(names(results.testEvents().succeeded())).contains(Factories.VIA, Factories.NEEDS_MORE);
        results.allEvents().assertStatistics(all -> all.failed(0).aborted(0));
        assertThat(Factories.Sound.STOPPED.get()).isEqualTo(before + 1);
    }

    @Test
    void aBrokenMustFailsItsTestWithItsTraceAndNoOther() {
        EngineExecutionResults results = run(selectClass(Factories.WithoutVia.class));
        assertThat(names(results.testEvents().succeeded())).containsExactly(Factories.BASIC);
        assertThat(names(results.testEvents().failed())).containsExactly(Factories.VIA);
        assertThat(problem(results.testEvents().failed()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("field Via")
                .hasMessageContaining("client>    >origin    origin>    >client")
                .hasMessageContaining("HTTP/1.1 101 Switching Protocols");
        results.containerEvents().assertStatistics(all -> all.failed(0));
    }

    @Test
    void aBrokenShouldFailsWhereItIsToFail() {
        EngineExecutionResults forgiven = run(selectMethod(Factories.BreaksAShould.class, "forgiven"));
        forgiven.allEvents().assertStatistics(all -> all.failed(0).aborted(0));
        EngineExecutionResults failing = run(selectMethod(Factories.BreaksAShould.class, "failing"));
        assertThat(problem(failing.testEvents().failed()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Keep-Alive");
    }

    @Test
    void aListedFailureIsAbortedWithItsReasonAndOneThatPassesFails() {
        EngineExecutionResults faulty = run(selectMethod(Factories.Listed.class, "faulty"));
        assertThat(names(faulty.testEvents().aborted())).containsExactly(Factories.VIA);
        assertThat(problem(faulty.testEvents().aborted()))
                .isInstanceOf(TestAbortedException.class)
                .hasMessage("headers/via-added: known: has no name");
        faulty.allEvents().assertStatistics(all -> all.failed(0));
        EngineExecutionResults mended = run(selectMethod(Factories.Listed.class, "mended"));
        assertThat(problem(mended.testEvents().failed())).hasMessageContaining("listed as known to fail, but passed");
    }

    @Test
    void aMistakeIsOneMessageAndNoTests() {
        assertThat(mistake("suite"))
                .hasMessageStartingWith("there is no suite 'handshakes': give one of handshake, methods, ");
        assertThat(mistake("pattern")).hasMessage("without: 'close/*z' matches no case");
        assertThat(mistake("nothingLeft")).hasMessageContaining("no case is left to run");
        assertThat(mistake("list")).hasMessageContaining("there is no file").hasMessageContaining("no-such-list");
        assertThat(mistake("unreachable")).hasMessageContaining("nobody listens on 127.0.0.1:1");
    }

    @Test
    void aRunningProxyIsAskedForWhatItOffersAndTheRestIsAborted() {
        EngineExecutionResults results = run(selectMethod(Factories.Running.class, "cases"));
        assertThat(names(results.testEvents().succeeded()))
                .containsExactly(Factories.BASIC, "idle-timeout/ends-both-legs");
        assertThat(problem(results.testEvents().aborted()))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("relay does not offer the profile tls-validated");
        results.containerEvents().assertStatistics(all -> all.failed(0));
    }

    @Test
    void aTestWaitsForItsOwnCaseAndNotForAll() {
        List<Execution> tests = run(selectMethod(Factories.Running.class, "cases"))
                .testEvents()
                .executions()
                .finished()
                .list();
        assertThat(tests.get(0).getTestDescriptor().getDisplayName()).isEqualTo(Factories.BASIC);
        Duration apart = Duration.between(
                tests.get(0).getEndInstant(), tests.get(tests.size() - 1).getEndInstant());
        assertThat(apart).isGreaterThan(Duration.ofMillis(500));
    }

    @Test
    void aRunInWhichNothingPassedFails() {
        EngineExecutionResults results = run(selectMethod(Factories.Running.class, "nothingThatItOffers"));
        assertThat(names(results.testEvents().aborted())).containsExactly(Factories.NEEDS_MORE);
        assertThat(problem(results.containerEvents().failed())).hasMessageContaining("nothing passed: each of 1 cases");
    }

    @Test
    void aCaseIsRepeatedAloneFromOutside() {
        System.setProperty(Choice.ONLY, Factories.BASIC);
        try {
            EngineExecutionResults results = run(selectClass(Factories.WithoutVia.class));
            assertThat(names(results.testEvents().succeeded())).containsExactly(Factories.BASIC);
            results.allEvents().assertStatistics(all -> all.failed(0));
            EngineExecutionResults others = run(selectMethod(Factories.BreaksAShould.class, "forgiven"));
            assertThat(problem(others.containerEvents().aborted())).hasMessageContaining("names none of these cases");
        } finally {
            System.clearProperty(Choice.ONLY);
        }
    }

    private static EngineExecutionResults run(DiscoverySelector tests) {
        return EngineTestKit.engine("junit-jupiter").selectors(tests).execute();
    }

    private static Throwable mistake(String method) {
        EngineExecutionResults results = run(selectMethod(Factories.Mistaken.class, method));
        results.testEvents().assertStatistics(all -> all.started(0));
        return problem(results.containerEvents().failed());
    }

    private static List<String> names(Events events) {
        return events.stream()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }

    /** What the only one of these ended with. */
    private static Throwable problem(Events events) {
        List<Event> only = events.list();
        assertThat(only).hasSize(1);
        Optional<Throwable> problem =
                only.get(0).getRequiredPayload(TestExecutionResult.class).getThrowable();
        return problem.orElseThrow();
    }
}
