package org.wsproof.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wsproof.conformance.engine.Known;
import org.wsproof.conformance.engine.Report;
import org.wsproof.conformance.judge.Fact;
import org.wsproof.conformance.judge.Outcome;
import org.wsproof.conformance.model.Level;

class TerminalReportTest {
    private static final String COMMAND = "./wsproof check --recipe nginx";

    @Test
    void aFailureIsToldWithItsEvidence() throws IOException {
        String text =
                text(Samples.report(Set.of(), Samples.failed("handshake/wrong-accept"), Samples.passed("close/code")));

        try (InputStream golden = Objects.requireNonNull(getClass().getResourceAsStream("failed.txt"))) {
            assertThat(text).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void aKnownFailureIsOneLineWithItsReason() {
        String text = text(
                Samples.report(Set.of("handshake/x"), Samples.failed("handshake/x"), Samples.passed("handshake/y")),
                Map.of("handshake/x", "it does not look"));

        assertThat(text)
                .contains("Known to fail, and failed:\n  handshake/x  # it does not look\n")
                .contains("keeps every MUST not listed as known to fail in 2 cases judged.")
                .doesNotContain("FAILED");
    }

    @Test
    void aKnownFailureThatPassedIsNamed() {
        String text = text(Samples.report(Set.of("handshake/x"), Samples.passed("handshake/x")));

        assertThat(text)
                .contains("Listed as known to fail, but passed (take them off the list):\n  handshake/x\n")
                .contains("exit 1: the list of known failures is out of date");
    }

    @Test
    void aWarningDoesNotFailTheRun() {
        String text = text(Samples.report(Set.of(), Samples.warned("close/via"), Samples.passed("close/code")));

        assertThat(text).contains("WARNED          close/via   SHOULD").contains("with warnings.\nexit 0:");
    }

    @Test
    void observationsAndUntestedCasesAreListedWithoutAccusing() {
        Outcome unasked = new Outcome.NotApplicable(List.of(new Fact("needs", "profile guarded")));
        String text = text(Samples.report(
                Set.of(),
                Samples.observed("close/half"),
                Samples.result("policy/a", Level.MUST, unasked),
                Samples.result("policy/b", Level.MUST, unasked),
                Samples.passed("close/code")));

        assertThat(text)
                .contains("  close/half: half-close kept\n")
                .contains("  not-applicable, needs: profile guarded (2)\n    policy/a policy/b\n");
    }

    @Test
    void aFaultOfTheKitSaysNothingOfTheTarget() {
        Outcome fault = new Outcome.HarnessFault(List.of(new Fact("thrown", "IllegalStateException")));
        String text = text(Samples.report(Set.of(), Samples.result("close/code", Level.MUST, fault)));

        assertThat(text).contains("The kit itself is at fault in 1 case").contains("exit 4:");
    }

    @Test
    void aLostTargetIsExitThreeWithWhatWasSeenBefore() {
        Outcome gone = new Outcome.SetupFailed(List.of(new Fact("target", "the target has ended")));
        Report whole =
                Samples.report(Set.of(), Samples.failed("handshake/x"), Samples.result("close/code", Level.MUST, gone));
        String text = text(new Report(
                whole.target(),
                7,
                whole.results(),
                Known.none(),
                1,
                Map.of(),
                Optional.of("the target has ended"),
                whole.took()));

        assertThat(text)
                .contains("FAILED          handshake/x")
                .contains("Not tested:\n  setup-failed, target: the target has ended (1)\n    close/code\n")
                .contains("nginx 1.22.1: the target has ended\nexit 3: the target was lost");
    }

    @Test
    void aLongFactIsWrappedAndNothingIsLost() {
        String value = "word ".repeat(60).strip() + " " + "x".repeat(300);
        Outcome fault = new Outcome.Failed(List.of(new Fact("expected", value)));
        String text = text(Samples.report(Set.of(), Samples.result("close/code", Level.MUST, fault)));

        assertThat(text.lines()).allMatch(line -> line.length() <= Trace.WIDTH);
        assertThat(text.replaceAll("\\s", "")).contains("expected" + value.replace(" ", ""));
    }

    @Test
    void colourIsOnlyThereWhenAsked() {
        Report report = Samples.report(Set.of(), Samples.failed("handshake/x"));
        StringWriter coloured = new StringWriter();
        new TerminalReport(new PrintWriter(coloured), new Style(true), COMMAND, Map.of()).write(report);

        assertThat(coloured.toString()).contains("\u001b[31m");
        assertThat(text(report)).doesNotContain("\u001b");
    }

    private static String text(Report report) {
        return text(report, Map.of());
    }

    private static String text(Report report, Map<String, String> reasons) {
        StringWriter text = new StringWriter();
        new TerminalReport(new PrintWriter(text), new Style(false), COMMAND, reasons).write(report);
        return text.toString();
    }
}
