package org.wsproof.conformance.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wsproof.conformance.model.Endpoint.authority;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.wsproof.conformance.cases.script.HeadText;
import org.wsproof.conformance.cases.script.Script;
import org.wsproof.conformance.judge.Outcome;
import org.wsproof.conformance.judge.Result;
import org.wsproof.conformance.model.Basis;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Level;
import org.wsproof.conformance.model.Listening;
import org.wsproof.conformance.model.Peer;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;
import org.wsproof.conformance.model.Step;
import org.wsproof.conformance.relay.SoundRelay;
import org.wsproof.conformance.transcript.Event;

/** The kit's authorization server, asked by the sound relay. */
class AuthorityTest {
    private static final Stage STAGE = open();
    private static final List<Step> ASK = Script.ask("a", HeadText.opening("a"));
    private static final Claim REFUSED = new Claim.Status(client("a"), 1, Set.of(500));

    private static Stage open() {
        try {
            return Stage.open(new SoundRelay(), new Settings(1, Token.QUERY));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void stop() {
        STAGE.close();
    }

    @Test
    void theAuthorityIsAskedBeforeTheOriginAndBothAreSeen() throws Exception {
        Result result = perform(allowed(), new Claim.Status(client("a"), 1, Set.of(101)));
        assertThat(result.outcome()).isInstanceOf(Outcome.Passed.class);
        assertThat(result.trace())
                .filteredOn(event -> event.what() == Event.What.HEAD)
                .extracting(Event::at)
                .containsExactly(authority("a"), origin("a"), client("a"));
    }

    @Test
    void anAuthorityThatRefusesConnectionsIsBackForTheNextCase() throws Exception {
        assertThat(perform(listening(Listening.REFUSING), REFUSED).outcome()).isInstanceOf(Outcome.Passed.class);
        assertThat(perform(allowed(), new Claim.Status(client("a"), 1, Set.of(101)))
                        .outcome())
                .isInstanceOf(Outcome.Passed.class);
    }

    @Test
    void aSilentAuthorityIsConnectedToAndReadsNothing() throws Exception {
        Result result = perform(
                listening(Listening.SILENT),
                REFUSED,
                new Claim.Seen(authority(""), Sign.CONNECTED),
                new Claim.Never(authority("a"), Sign.HEAD));
        assertThat(result.outcome()).isInstanceOf(Outcome.Passed.class);
    }

    @Test
    void anAuthorityThatIsAskedNothingIsNotWaitedForOnceTheClientHasItsAnswer() throws Exception {
        List<Step> steps = Script.join(
                Script.ask("a", HeadText.opening("a").with("Sec-WebSocket-Version", "1777")),
                List.of(Script.await(authority("a"), Sign.HEAD, Span.seconds(60))));
        assertThat(perform(steps, new Claim.Status(client("a"), 1, Set.of(426))).outcome())
                .isInstanceOf(Outcome.Passed.class);
    }

    private static List<Step> allowed() {
        List<Step> decided = List.of(
                Script.await(authority("a"), Sign.HEAD), Script.send(authority("a"), HeadText.response("200 OK", "")));
        return Script.join(ASK, Script.join(decided, Script.accept("a")));
    }

    private static List<Step> listening(Listening how) {
        List<Step> listen = List.of(new Step.Listen(Peer.AUTHORITY, how, ""));
        return Script.join(listen, Script.join(ASK, List.of(Script.await(client("a"), Sign.HEAD))));
    }

    private static Result perform(List<Step> steps, Claim... claims) throws InterruptedException {
        return STAGE.perform(new Case(
                "stage/authority",
                "A test.",
                Level.MUST,
                new Basis.Contract("test"),
                Profile.GUARDED,
                List.of(),
                steps,
                List.of(claims),
                List.of(),
                Case.Why.UNTOLD,
                new Case.Framing.AsEver()));
    }
}
