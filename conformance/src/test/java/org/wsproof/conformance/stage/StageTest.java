package org.wsproof.conformance.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wsproof.conformance.judge.Outcome;
import org.wsproof.conformance.judge.Result;
import org.wsproof.conformance.model.Basis;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.model.Endpoint;
import org.wsproof.conformance.model.Level;
import org.wsproof.conformance.model.Listening;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Octets.Raw;
import org.wsproof.conformance.model.Peer;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;
import org.wsproof.conformance.model.Step;
import org.wsproof.conformance.relay.SoundRelay;
import org.wsproof.conformance.transcript.Event;

/** Steps, performed between a client and an origin with the sound relay between them. */
class StageTest {
    private static final Span NOW = Span.seconds(0);
    private static final Span SOON = Span.seconds(3);
    private static final Raw UPGRADE = new Raw(String.join(
            "\r\n",
            "GET {target:a} HTTP/1.1",
            "Host: {host}",
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: {key}",
            "",
            ""));
    private static final List<Step> ECHOING = List.of(
            new Step.Listen(Peer.ORIGIN, Listening.ECHO, ""),
            new Step.Open(client("a"), ""),
            new Step.Send(client("a"), List.of(UPGRADE), 0, NOW),
            new Step.Await(client("a"), Sign.HEAD, SOON));

    private static final Stage STAGE = open();

    private static Stage open() {
        try {
            return Stage.open(new SoundRelay(), new Settings(1, Token.QUERY));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeAll
    static void isUp() {
        assertThat(STAGE.target().alive()).isTrue();
    }

    @AfterAll
    static void stop() {
        STAGE.close();
    }

    @Test
    void everyKindOfStepIsPerformed() throws Exception {
        List<Step> all = List.of(
                new Step.Pace(client("a"), false),
                new Step.Pace(client("a"), true),
                new Step.Each(
                        "n", 2, 2, List.of(new Step.Open(client("n"), ""), new Step.Finish(client("n"), Ending.FIN))),
                new Step.Pause(Span.seconds(0.01)),
                new Step.Operate(Step.Operation.GAUGE),
                new Step.Finish(client("a"), Ending.FIN));
        List<Step> steps = Stream.concat(ECHOING.stream(), all.stream()).toList();
        assertThat(steps.stream().map(Object::getClass).collect(Collectors.toSet()))
                .containsAll(Set.of(Step.class.getPermittedSubclasses()));
        Result result = perform(steps, new Claim.Status(client("a"), 1, Set.of(101)));
        assertThat(result.outcome()).isInstanceOf(Outcome.Passed.class);
        assertThat(result.trace()).extracting(Event::at).contains(client("n/0"), client("n/1"), origin("a"));
        assertThat(result.trace())
                .extracting(Event::what)
                .contains(Event.What.FINISHED, Event.What.SENT, Event.What.HEAD);
        assertThat(result.trace()).extracting(Event::at).contains(Endpoint.operator(Step.Figure.DESCRIPTORS));
    }

    @Test
    void anEchoComesBackUnmasked() throws Exception {
        Result result = perform(
                with(
                        ECHOING,
                        new Step.Send(client("a"), List.of(Octets.text(1), Octets.binary(3, 70_000, 2)), 1000, NOW),
                        new Step.Await(client("a"), Sign.frame(4), SOON)),
                new Claim.Same(client("a"), client("a")));
        assertThat(result.outcome()).isInstanceOf(Outcome.Passed.class);
    }

    @Test
    void framesAreNotSentWhereThereIsNoTunnel() throws Exception {
        Result result = perform(
                List.of(new Step.Open(client("a"), ""), new Step.Send(client("a"), List.of(Octets.text(1)), 0, NOW)),
                new Claim.Seen(client("a"), Sign.CONNECTED));
        assertThat(result.trace())
                .extracting(Event::what)
                .contains(Event.What.SKIPPED)
                .doesNotContain(Event.What.SENT);
    }

    @Test
    void aMissedSignIsRecordedNotJudged() throws Exception {
        Result result = perform(
                List.of(new Step.Open(client("a"), ""), new Step.Await(client("a"), Sign.HEAD, Span.seconds(0.05))),
                new Claim.Seen(client("a"), Sign.CONNECTED));
        assertThat(result.outcome()).isInstanceOf(Outcome.Passed.class);
        assertThat(result.trace()).extracting(Event::what).contains(Event.What.MISSED);
    }

    @Test
    void anOriginThatRefusesIsBackForTheNextCase() throws Exception {
        List<Step> refused = with(
                List.of(new Step.Listen(Peer.ORIGIN, Listening.REFUSING, "")),
                ECHOING.subList(1, 4).toArray(Step[]::new));
        assertThat(perform(refused, new Claim.Status(client("a"), 1, Set.of(502)))
                        .outcome())
                .isInstanceOf(Outcome.Passed.class);
        assertThat(perform(ECHOING, new Claim.Status(client("a"), 1, Set.of(101)))
                        .outcome())
                .isInstanceOf(Outcome.Passed.class);
    }

    @Test
    void aSilentOriginIsConnectedToAndSaysNothing() throws Exception {
        List<Step> silent = with(
                List.of(new Step.Listen(Peer.ORIGIN, Listening.SILENT, "")),
                ECHOING.subList(1, 3).toArray(Step[]::new));
        Case subject = subject(
                Profile.SHORT_TIMERS,
                with(silent, new Step.Await(client("a"), Sign.HEAD, Span.handshake(2))),
                new Claim.Status(client("a"), 1, Set.of(504)),
                new Claim.Seen(origin(""), Sign.CONNECTED),
                new Claim.Never(origin("a"), Sign.HEAD));
        assertThat(STAGE.perform(subject).outcome()).isInstanceOf(Outcome.Passed.class);
    }

    @Test
    void aTimerThatTheTargetDoesNotDeclareIsNotWaitedFor() throws Exception {
        Case subject = subject(
                Profile.PLAIN,
                List.of(
                        new Step.Open(client("a"), ""),
                        new Step.Each("n", 1, 1, List.of(new Step.Await(client("a"), Sign.ENDED, Span.idle(2))))),
                new Claim.Seen(client("a"), Sign.CONNECTED));

        Outcome outcome = STAGE.perform(subject).outcome();

        assertThat(outcome).isInstanceOf(Outcome.NotApplicable.class);
        assertThat(outcome.facts().toString()).contains("sound-relay declares no idle timeout");
    }

    @Test
    void aClaimInATimerThatTheTargetDoesNotDeclareIsNotJudged() throws Exception {
        Claim.Between within =
                new Claim.Between(client("a"), Sign.CONNECTED, client("a"), Sign.ENDED, Span.seconds(0), Span.idle(1));
        Case subject = subject(
                Profile.PLAIN,
                List.of(new Step.Open(client("a"), "")),
                new Claim.AnyOf(List.of(new Claim.Alternative("in time", List.of(within)))));

        assertThat(STAGE.perform(subject).outcome()).isInstanceOf(Outcome.NotApplicable.class);
    }

    @Test
    void aClaimThatCanNotBeJudgedIsTheKitsOwnFault() throws Exception {
        Result result = perform(List.of(new Step.Open(client("a"), "")), new Claim.Same(client("a"), client("a")));
        assertThat(result.outcome()).isInstanceOf(Outcome.HarnessFault.class);
        assertThat(result.outcome().facts().toString()).contains("opens no tunnel");
    }

    private static Result perform(List<Step> steps, Claim... claims) throws InterruptedException {
        return STAGE.perform(subject(Profile.PLAIN, steps, claims));
    }

    private static List<Step> with(List<Step> first, Step... more) {
        return Stream.concat(first.stream(), Stream.of(more)).toList();
    }

    private static Case subject(Profile profile, List<Step> steps, Claim... claims) {
        return new Case(
                "stage/test",
                "A test.",
                Level.MUST,
                new Basis.Contract("test"),
                profile,
                List.of(),
                steps,
                List.of(claims),
                List.of(),
                Case.Why.UNTOLD,
                new Case.Framing.AsEver());
    }
}
