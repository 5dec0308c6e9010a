package org.wsproof.conformance.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.wsproof.conformance.frames.OctetSource;
import org.wsproof.conformance.model.Basis;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Claim.Alternative;
import org.wsproof.conformance.model.Claim.AnyOf;
import org.wsproof.conformance.model.Claim.AtMost;
import org.wsproof.conformance.model.Claim.Between;
import org.wsproof.conformance.model.Claim.Ended;
import org.wsproof.conformance.model.Claim.Field;
import org.wsproof.conformance.model.Claim.Field.Rule;
import org.wsproof.conformance.model.Claim.Never;
import org.wsproof.conformance.model.Claim.Same;
import org.wsproof.conformance.model.Claim.SameThenClose;
import org.wsproof.conformance.model.Claim.Seen;
import org.wsproof.conformance.model.Claim.Status;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.model.Level;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Octets.Raw;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;
import org.wsproof.conformance.model.Step;
import org.wsproof.conformance.model.Step.Send;
import org.wsproof.conformance.targets.Mode;
import org.wsproof.conformance.targets.Timers;
import org.wsproof.conformance.transcript.Event;
import org.wsproof.conformance.transcript.Recorder;
import org.wsproof.conformance.wire.Head;
import org.wsproof.conformance.wire.HeadReader;

class JudgeTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Timers TIMERS = new Timers(SECOND, SECOND, SECOND, SECOND, SECOND);
    private static final Raw REQUEST = new Raw("GET {target:a} HTTP/1.1\r\nUpgrade: websocket\r\n\r\n");

    private final Recorder recorder = new Recorder();

    @Test
    void everyKindOfClaimCanFail() {
        Sign stalled = new Sign(Sign.Kind.STALLED, 1);
        Span any = Span.seconds(0);
        List<Claim> claims = List.of(
                new Status(client("x"), 1, Set.of(101)),
                field(client("x"), "Via", Rule.PRESENT, ""),
                new Same(client("a"), origin("x")),
                new SameThenClose(client("a"), origin("x")),
                new Seen(client("x"), Sign.HEAD),
                new Never(client("a"), Sign.CONNECTED),
                new Ended(client("x"), Set.of(Ending.FIN)),
                new Between(client("x"), Sign.HEAD, client("x"), Sign.ENDED, any, any),
                new AtMost(client("x"), stalled, 1),
                new AnyOf(List.of(new Alternative("way", List.of(new Seen(client("x"), Sign.HEAD))))));
        assertThat(claims.stream().map(Object::getClass).collect(Collectors.toSet()))
                .containsAll(Set.of(Claim.class.getPermittedSubclasses()));
        recorder.event(client("a"), Event.What.CONNECTED, 0, "");
        assertThat(claims)
                .allSatisfy(claim -> assertThat(judge(subject(Level.MUST, sends(REQUEST), claim)))
                        .isInstanceOf(Outcome.Failed.class));
    }

    @Test
    void aStatusIsOneOfThoseAllowed() {
        recorder.head(client("a"), head("HTTP/1.1 103 Early Hints"));
        recorder.head(client("a"), head("HTTP/1.1 502 Bad Gateway"));
        assertThat(wrong(new Status(client("a"), 1, Set.of(502, 504)))).isEmpty();
        assertThat(wrong(new Status(client("a"), 1, Set.of(101))))
                .containsExactly("expected: status 101 at client a", "but was: status 502");
        assertThat(wrong(new Status(client("a"), 2, Set.of(101)))).contains("but was: no response");
    }

    @Test
    void aClaimOnNothingFails() {
        assertThat(wrong(new Seen(origin("a"), Sign.HEAD)))
                .containsExactly("expected: something at origin a", "but was: nothing was seen there");
        assertThat(wrong(new Never(origin("a"), Sign.HEAD))).isEmpty();
    }

    @Test
    void aClaimOnATagHoldsForEachCopy() {
        recorder.head(origin("n/0"), head("GET / HTTP/1.1"));
        recorder.event(origin("n/1"), Event.What.CONNECTED, 0, "");
        assertThat(wrong(new Seen(origin("n"), Sign.HEAD)))
                .containsExactly("expected: head at origin n/1", "but was: never seen");
        assertThat(wrong(new Never(origin("n"), Sign.HEAD))).contains("but was: seen: GET / HTTP/1.1");
    }

    @Test
    void fieldsAreJudgedByTheirRules() {
        recorder.sent(
                client("a"),
                head("GET / HTTP/1.1", "Origin", "http://x", "Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="));
        recorder.head(origin("a"), head("GET / HTTP/1.1", "Connection", "Upgrade, keep-alive", "origin", "http://x"));
        recorder.head(client("a"), head("HTTP/1.1 101 S", "Sec-WebSocket-Accept", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
        assertThat(wrong(field(origin("a"), "Connection", Rule.HAS_TOKEN, "upgrade")))
                .isEmpty();
        assertThat(wrong(field(origin("a"), "Connection", Rule.ONLY_TOKENS, "upgrade")))
                .contains("but was: Upgrade, keep-alive");
        assertThat(wrong(field(origin("a"), "Connection", Rule.LACKS_TOKEN, "close")))
                .isEmpty();
        assertThat(wrong(field(origin("a"), "Origin", Rule.AS_SENT, ""))).isEmpty();
        assertThat(wrong(field(origin("a"), "Origin", Rule.ONCE, ""))).isEmpty();
        assertThat(wrong(field(origin("a"), "Via", Rule.ABSENT, ""))).isEmpty();
        assertThat(wrong(field(origin("a"), "Via", Rule.PRESENT, "")))
                .containsExactly("expected: field Via present at origin a", "but was: absent");
        assertThat(wrong(field(client("a"), "Sec-WebSocket-Accept", Rule.ACCEPTS_KEY, "")))
                .isEmpty();
        assertThat(wrong(field(client("a"), "Sec-WebSocket-Accept", Rule.EQUALS, "x")))
                .contains("but was: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }

    @Test
    void factsOfTheConnectionAreFields() {
        recorder.fact(origin("a"), ":sni", "localhost");
        assertThat(wrong(field(origin("a"), ":sni", Rule.EQUALS, "localhost"))).isEmpty();
        assertThat(wrong(field(origin("a"), ":sni", Rule.ABSENT, ""))).contains("but was: localhost");
    }

    @Test
    void sameMeansEachOctetAtATransparentTarget() {
        Octets.Frame text = new Octets.Frame(true, 0, 1, "hello");
        List<Step> steps = sends(REQUEST, text, Octets.binary(2, 70_000, 4));
        arrive(List.of(text, Octets.binary(2, 70_000, 4)), true);
        assertThat(wrong(steps, new Same(client("a"), origin("a")))).isEmpty();
    }

    @Test
    void aCloseOfTheTargetsOwnIsTheLastFrameAndStandsBetweenFrames() {
        Octets.Frame text = new Octets.Frame(true, 0, 1, "hello");
        Octets.Frame close = new Octets.Frame(true, 0, 8, "\u0003\u00e9");
        Claim appended = new SameThenClose(client("a"), origin("a"));
        arrive(List.of(text), true);
        assertThat(wrong(sends(REQUEST, text), appended)).contains("but was: opcode 1 is the last");
        arrive(List.of(close), true);
        assertThat(wrong(sends(REQUEST, text), appended)).isEmpty();
        assertThat(wrong(sends(REQUEST, text, text), appended)).contains("but was: 1 of 2 frames, then nothing");
        arrive(List.of(text), true);
        assertThat(wrong(sends(REQUEST, text, text), appended)).contains("but was: opcode 1 is the last");
    }

    @Test
    void aCloseInsideAFrameIsNone() {
        Octets.Frame text = new Octets.Frame(true, 0, 1, "hello");
        arrive(List.of(text, Octets.cut(100, 10), new Octets.Frame(true, 0, 8, "\u0003\u00e9")), true);
        assertThat(wrong(sends(REQUEST, text, Octets.cut(100, 10)), new SameThenClose(client("a"), origin("a"))))
                .contains("but was: opcode 1 is the last");
    }

    /** RFC 6455 §5.5: a control frame is never fragmented. */
    @Test
    void aFragmentOfACloseIsNone() {
        Octets.Frame text = new Octets.Frame(true, 0, 1, "hello");
        arrive(List.of(text, new Octets.Frame(false, 0, 8, "\u0003\u00e9")), true);
        assertThat(wrong(sends(REQUEST, text), new SameThenClose(client("a"), origin("a"))))
                .contains("but was: opcode 8, a fragment, is the last");
    }

    @Test
    void sameNamesTheFirstFrameThatDiffers() {
        Octets.Frame text = new Octets.Frame(true, 0, 1, "hello");
        arrive(List.of(text, new Octets.Frame(true, 0, 1, "hallo")), true);
        assertThat(wrong(sends(REQUEST, text, text), new Same(client("a"), origin("a"))))
                .contains("but was: frame 2 differs: payload octet 2, 0x65 sent, 0x61 arrived");
        assertThat(wrong(sends(REQUEST, text, text, text), new Same(client("a"), origin("a"))))
                .contains("but was: frame 2 differs: payload octet 2, 0x65 sent, 0x61 arrived");
        assertThat(wrong(sends(REQUEST, text), new Same(client("a"), origin("a"))))
                .contains("but was: an extra frame: Text 5 octets masked \"hallo\"");
    }

    @Test
    void sameCountsWhatIsMissingAndWhatWasCut() {
        Octets.Frame text = new Octets.Frame(true, 0, 1, "hello");
        arrive(List.of(text, Octets.cut(100, 10)), true);
        assertThat(wrong(sends(REQUEST, text, Octets.cut(100, 10)), new Same(client("a"), origin("a"))))
                .isEmpty();
        assertThat(wrong(sends(REQUEST, text, text), new Same(client("a"), origin("a"))))
                .contains("but was: 1 of 2 frames, then Binary 100 octets masked, cut after 10 \"00000000:0\"");
    }

    @Test
    void otherMasksAreAFramingTargetsRight() {
        Octets.Frame text = new Octets.Frame(true, 0, 1, "hello");
        recorder.tunnel(origin("a"), new byte[] {(byte) 0x81, (byte) 0x85, 0, 0, 0, 0, 'h', 'e', 'l', 'l', 'o'}, 0, 11);
        Case subject = subject(Level.MUST, sends(REQUEST, text), new Same(client("a"), origin("a")));
        assertThat(new Judge(subject, Mode.FRAMING, TIMERS).judge(recorder.transcript()))
                .isInstanceOf(Outcome.Passed.class);
        assertThat(new Judge(subject, Mode.TRANSPARENT, TIMERS).judge(recorder.transcript()))
                .isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void timesHaveABand() {
        recorder.event(client("a"), Event.What.CONNECTED, 0, "");
        recorder.ended(client("a"), Ending.FIN);
        Between soon =
                new Between(client("a"), Sign.CONNECTED, client("a"), Sign.ENDED, Span.seconds(0), Span.seconds(1));
        Between late = new Between(client("a"), Sign.CONNECTED, client("a"), Sign.ENDED, Span.idle(1), Span.idle(1));
        Between unbounded =
                new Between(client("a"), Sign.CONNECTED, client("a"), Sign.ENDED, Span.seconds(0), Span.seconds(0));
        assertThat(wrong(soon)).isEmpty();
        assertThat(wrong(unbounded)).isEmpty();
        assertThat(wrong(late))
                .contains("expected: end at client a within 900 ms to 1400 ms after connection at client a")
                .anySatisfy(fact -> assertThat(fact).matches("but was: \\d{1,3} ms"));
    }

    @Test
    void endingsAndFiguresAreBounded() {
        recorder.ended(client("a"), Ending.RST);
        recorder.event(client("a"), Event.What.STALLED, 500, "");
        assertThat(wrong(new Ended(client("a"), Set.of(Ending.RST)))).isEmpty();
        assertThat(wrong(new Ended(client("a"), Set.of(Ending.FIN)))).contains("but was: ended by RST");
        Sign stalled = new Sign(Sign.Kind.STALLED, 1);
        assertThat(wrong(new AtMost(client("a"), stalled, 500))).isEmpty();
        assertThat(wrong(new AtMost(client("a"), stalled, 499))).contains("but was: 500");
    }

    @Test
    void aShouldWarnsAndAnObservationNamesTheWay() {
        recorder.head(client("a"), head("HTTP/1.1 502 Bad Gateway"));
        Claim status = new Status(client("a"), 1, Set.of(101));
        AnyOf ways = new AnyOf(List.of(
                new Alternative("relayed", List.of(status)),
                new Alternative("refused", List.of(new Status(client("a"), 1, Set.of(502))))));
        assertThat(judge(subject(Level.SHOULD, List.of(), status))).isInstanceOf(Outcome.Warned.class);
        assertThat(judge(subject(Level.OBSERVE, List.of(), ways)))
                .isEqualTo(new Outcome.Observed(List.of(new Fact("observed", "refused"))));
        AnyOf none = new AnyOf(List.of(new Alternative("relayed", List.of(status))));
        assertThat(wrong(none))
                .containsExactly("expected: either relayed", "expected: status 101 at client a", "but was: status 502");
    }

    private void arrive(List<Octets> octets, boolean masked) {
        OctetSource source = new OctetSource(octets, masked);
        while (source.hasNext()) {
            byte[] chunk = source.next();
            recorder.tunnel(origin("a"), chunk, 0, chunk.length);
        }
    }

    private static List<Step> sends(Octets... octets) {
        return List.of(new Send(client("a"), List.of(octets), 0, Span.seconds(0)));
    }

    private static Field field(org.wsproof.conformance.model.Endpoint at, String name, Rule rule, String value) {
        return new Field(at, name, rule, value);
    }

    private static Head head(String startLine, String... fields) {
        StringBuilder text = new StringBuilder(startLine).append("\r\n");
        for (int i = 0; i < fields.length; i += 2) {
            text.append(fields[i]).append(": ").append(fields[i + 1]).append("\r\n");
        }
        return HeadReader.all(text.append("\r\n").toString()).get(0);
    }

    private List<String> wrong(Claim claim) {
        return wrong(List.of(), claim);
    }

    private List<String> wrong(List<Step> steps, Claim claim) {
        Outcome outcome = judge(subject(Level.MUST, steps, claim));
        return outcome instanceof Outcome.Failed failed
                ? failed.facts().stream().map(Fact::toString).toList()
                : List.of();
    }

    private Outcome judge(Case subject) {
        return new Judge(subject, Mode.TRANSPARENT, TIMERS).judge(recorder.transcript());
    }

    private static Case subject(Level level, List<Step> steps, Claim claim) {
        return new Case(
                "judge/test",
                "A test.",
                level,
                new Basis.Contract("test"),
                Profile.PLAIN,
                List.of(),
                steps,
                List.of(claim),
                List.of(),
                Case.Why.UNTOLD,
                new Case.Framing.AsEver());
    }
}
