package org.wsproof.conformance.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wsproof.conformance.cases.Catalogue;
import org.wsproof.conformance.frames.OctetSource;
import org.wsproof.conformance.model.Basis;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.model.Level;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;
import org.wsproof.conformance.model.Step;
import org.wsproof.conformance.targets.Mode;
import org.wsproof.conformance.targets.Timers;
import org.wsproof.conformance.transcript.Recorder;

class FramingModeTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Timers TIMERS = new Timers(SECOND, SECOND, SECOND, SECOND, SECOND);
    private static final Octets.Raw REQUEST = new Octets.Raw("GET {target:a} HTTP/1.1\r\nUpgrade: websocket\r\n\r\n");
    private static final Octets TEXT = new Octets.Frame(true, 0, 1, "hello");
    private static final Claim SAME = new Claim.Same(client("a"), origin("a"));

    private final Recorder recorder = new Recorder();

    @Test
    void fragmentsMayBeJoinedButNoMessageMayBeLost() {
        Octets start = new Octets.Frame(false, 0, 1, "hel");
        Octets end = new Octets.Frame(true, 0, 0, "lo");
        arrive(TEXT);
        assertThat(wrong(Mode.FRAMING, start, end)).isEmpty();
        assertThat(wrong(Mode.TRANSPARENT, start, end)).isNotEmpty();
        assertThat(wrong(Mode.FRAMING, start, end, TEXT)).contains("but was: 1 of 2 messages");
    }

    @Test
    void pingsAndPongsAreTheTargetsOwn() {
        arrive(Octets.ping("mine"), TEXT);
        assertThat(wrong(Mode.FRAMING, TEXT, Octets.ping("answered already"))).isEmpty();
        assertThat(wrong(Mode.TRANSPARENT, TEXT, Octets.ping("answered already")))
                .isNotEmpty();
    }

    @Test
    void aCloseMayBeAddedWhereNoneWasSentButNoneChanged() {
        arrive(TEXT, Octets.close(1001, ""));
        assertThat(wrong(Mode.FRAMING, TEXT)).isEmpty();
        assertThat(wrong(Mode.TRANSPARENT, TEXT)).contains("but was: an extra frame: Close 2 octets masked 1001");
        assertThat(wrong(Mode.FRAMING, TEXT, Octets.close(4401, "expired")))
                .contains("but was: control frame 1 differs");
    }

    @Test
    void aCaseIsHeldToItsReadingForFramingTargets() {
        Case subject = subject(
                List.of(SAME),
                new Case.Framing.Otherwise("the other leg ends.", List.of(new Claim.Seen(origin("a"), Sign.ENDED))),
                TEXT);
        assertThat(judged(subject, Mode.FRAMING)).isInstanceOf(Outcome.Failed.class);
        recorder.ended(origin("a"), Ending.FIN);
        assertThat(judged(subject, Mode.FRAMING)).isInstanceOf(Outcome.Passed.class);
        assertThat(judged(subject, Mode.TRANSPARENT)).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void eachReadingIsASentence() {
        assertThat(Catalogue.all())
                .allSatisfy(one -> assertThat(one.framing().words())
                        .as(one.id())
                        .endsWith(".")
                        .hasSizeLessThan(200));
        assertThat(Catalogue.all())
                .filteredOn(one -> one.framing() instanceof Case.Framing.NotAsked)
                .extracting(Case::id)
                .contains("passthrough/rsv1", "passthrough/masking-keys-kept");
    }

    private void arrive(Octets... octets) {
        OctetSource source = new OctetSource(List.of(octets), true);
        while (source.hasNext()) {
            byte[] chunk = source.next();
            recorder.tunnel(origin("a"), chunk, 0, chunk.length);
        }
    }

    private List<String> wrong(Mode mode, Octets... sent) {
        return judged(subject(List.of(SAME), new Case.Framing.AsEver(), sent), mode).facts().stream()
                .map(Fact::toString)
                .toList();
    }

    private Outcome judged(Case subject, Mode mode) {
        return new Judge(subject, mode, TIMERS).judge(recorder.transcript());
    }

    private static Case subject(List<Claim> claims, Case.Framing framing, Octets... sent) {
        List<Octets> all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(REQUEST), java.util.stream.Stream.of(sent))
                .toList();
        List<Step> steps = List.of(new Step.Send(client("a"), all, 0, Span.seconds(0)));
        return new Case(
                "judge/test",
                "A test.",
                Level.MUST,
                new Basis.Contract("test"),
                Profile.PLAIN,
                List.of(),
                steps,
                claims,
                List.of(),
                Case.Why.UNTOLD,
                framing);
    }
}
