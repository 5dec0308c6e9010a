package org.wsproof.proxy.policy;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;
import org.wsproof.proxy.Peer;
import org.wsproof.proxy.Rig;
import org.wsproof.proxy.config.policy.AllowedOrigins;
import org.wsproof.proxy.config.policy.ApiClient;
import org.wsproof.proxy.config.policy.LogicUse;
import org.wsproof.proxy.config.policy.Policies;
import org.wsproof.proxy.config.policy.TunnelLimits;
import org.wsproof.proxy.config.policy.UpgradeRate;
import org.wsproof.proxy.policy.logic.AdditionalLogic;
import org.wsproof.proxy.policy.logic.Decision;
import org.wsproof.proxy.policy.logic.LogicQuestion;

/** Each policy in a running gateway: who satisfies it gets a tunnel, and who does not never reaches the origin. */
@Timeout(30)
final class PoliciesTest {
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final ApiClient CLIENT = new ApiClient("me", "5ecret", "test");

    /** None yet, until a test starts it. */
    private Optional<Rig> rig = Optional.empty();

    @AfterEach
    void stop() throws IOException {
        if (rig.isPresent()) {
            rig.get().close();
        }
    }

    private PlayedOrigin start(Policies policies) throws IOException {
        Rig started = new Rig(settings -> settings.policies(policies));
        rig = Optional.of(started);
        return PlayedOrigin.behind(started);
    }

    private Peer send(String... fields) throws IOException {
        String more = fields.length == 0 ? "" : "\r\n" + String.join("\r\n", fields);
        return rig.orElseThrow().client().send(Rig.REQUEST.replace("\r\n\r\n", more + "\r\n\r\n"));
    }

    private int status(String... fields) throws IOException {
        return Integer.parseInt(send(fields).readHead().substring(9, 12));
    }

    /** A policy of one's own that does what the test says. */
    private record Logic(Decider decider) implements AdditionalLogic {
        interface Decider {
            Decision decide(LogicQuestion question) throws Exception;
        }

        @Override
        public String name() {
            return "test-logic";
        }

        @Override
        public Decision decide(LogicQuestion question) throws Exception {
            return decider.decide(question);
        }
    }

    private static Policies logic(Duration timeout, Logic.Decider decider) {
        return Given.logic(new Logic(decider), Map.of(), timeout);
    }

    @Test
    void thePagesOfStrangersOpenNoTunnel() throws IOException {
        PlayedOrigin origin = start(Given.origins("https://app.example"));
        assertThat(status("Origin: https://app.example")).isEqualTo(101);
        assertThat(status()).isEqualTo(101);
        assertThat(status("Origin: https://evil.example")).isEqualTo(403);
        assertThat(origin.connections()).isEqualTo(2);
    }

    /** U+009B begins an escape sequence on a terminal, U+0085 a line to what reads Unicode. */
    @Test
    void theLogShowsNoControlCharactersOfAClients() throws IOException {
        Logger logger = (Logger) LoggerFactory.getLogger("org.wsproof.proxy.frontside.RefusalLog");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        lines.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
        try {
            start(Given.origins("https://app.example"));
            assertThat(status("Origin: https://a\u009b31m\u0085.example")).isEqualTo(403);
            assertThat(lines.list)
                    .singleElement()
                    .satisfies(line -> assertThat(line.getFormattedMessage())
                            .contains("https://a")
                            .doesNotContainPattern("\\p{Cc}"));
        } finally {
            logger.detachAppender(lines);
            logger.setLevel(null);
        }
    }

    /** Ten at once, of which a slow machine may see one more pass for each second they take. */
    @Test
    void whoComesTooOftenIsToldWhenToComeBack() throws IOException {
        PlayedOrigin origin = start(Given.rate(1, 2));
        int allowed = 0;
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            String head = send().readHead();
            if (head.startsWith("HTTP/1.1 101 ")) {
                allowed++;
            } else {
                refused.add(head);
            }
        }
        assertThat(allowed).isGreaterThanOrEqualTo(2);
        assertThat(refused)
                .isNotEmpty()
                .allSatisfy(head -> assertThat(head).startsWith("HTTP/1.1 429 ").contains("Retry-After: 1\r\n"));
        assertThat(origin.connections()).isEqualTo(allowed);
    }

    @Test
    void aKeyLetsInAndIsPassedOn() throws IOException {
        Rig started = new Rig(settings -> settings.policies(Given.clients(CLIENT)));
        rig = Optional.of(started);
        assertThat(send("X-IBM-Client-Id: me", "X-IBM-Client-Secret: guess").readToEnd())
                .startsWith("HTTP/1.1 401 ")
                .contains("WWW-Authenticate: ApiKey\r\n")
                .doesNotContain("guess", "test");
        assertThat(send("X-IBM-Client-Id: you").readHead()).startsWith("HTTP/1.1 401 ");
        assertThat(send().readHead()).startsWith("HTTP/1.1 401 ");
        assertThat(started.client().send(Rig.head("GET / HTTP/1.1", "Host: a")).readHead())
                .startsWith("HTTP/1.1 401 ");
        send("X-IBM-Client-Id: me", "X-IBM-Client-Secret: 5ecret");
        assertThat(started.accept().readHead())
                .contains("\r\nX-IBM-Client-Id: me\r\n", "\r\nX-IBM-Client-Secret: 5ecret\r\n");
    }

    @Test
    void logicOfOnesOwnDecides() throws IOException {
        PlayedOrigin origin = start(Given.logic(new WorkingHours(), Map.of("from", "8", "to", "17"), LONG));
        assertThat(status("Now: 12:00")).isEqualTo(101);
        assertThat(status("Now: 07:59")).isEqualTo(403);
        assertThat(status("Now: 18:00")).isEqualTo(403);
        assertThat(origin.connections()).isEqualTo(1);
    }

    @Test
    void logicThatFailsLetsNobodyIn() throws IOException {
        PlayedOrigin origin = start(Given.logic(new WorkingHours(), Map.of(), LONG));
        assertThat(status("Now: noon")).isEqualTo(500);
        assertThat(status()).isEqualTo(500);
        assertThat(origin.connections()).isZero();
    }

    @Test
    void logicThatIsNotWholeLetsNobodyIn() throws IOException {
        PlayedOrigin origin = start(logic(LONG, question -> {
            throw new NoClassDefFoundError("left out of the jar");
        }));
        assertThat(status()).isEqualTo(500);
        assertThat(origin.connections()).isZero();
    }

    @Test
    void logicMayChallenge() throws IOException {
        start(logic(LONG, question -> new Decision.Challenge("Basic realm=\"x\"", "nobody")));
        assertThat(send().readHead())
                .startsWith("HTTP/1.1 401 ")
                .contains("WWW-Authenticate: Basic realm=\"x\"\r\n")
                .doesNotContain("nobody");
    }

    @Test
    void logicThatHangsIsGivenUpAndInterrupted() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        PlayedOrigin origin = start(logic(Duration.ofMillis(200), question -> {
            try {
                new CountDownLatch(1).await();
                return new Decision.Allow();
            } finally {
                interrupted.countDown();
            }
        }));
        assertThat(status()).isEqualTo(500);
        assertThat(interrupted.await(5, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        assertThat(origin.connections()).isZero();
    }

    @Test
    void logicIsInterruptedWhenTheClientLeaves() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        PlayedOrigin origin = start(logic(LONG, question -> {
            asked.countDown();
            try {
                new CountDownLatch(1).await();
                return new Decision.Allow();
            } finally {
                interrupted.countDown();
            }
        }));
        Peer client = send();
        assertThat(asked.await(5, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        client.close();
        assertThat(interrupted.await(5, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        assertThat(origin.connections()).isZero();
    }

    @Test
    void theFirstThatDeniesIsTheOneThatAnswers() throws IOException {
        Decision refusal = new Decision.Refuse(503, "closed");
        PlayedOrigin origin = start(new Policies(
                Optional.of(new AllowedOrigins(Set.of("https://app.example"), false)),
                Optional.of(new UpgradeRate(100, 100)),
                List.of(CLIENT),
                List.of(new LogicUse(
                        new Logic(question -> question.head().fields().has("Closed") ? refusal : new Decision.Allow()),
                        Map.of(),
                        LONG)),
                Optional.empty(),
                new TunnelLimits(9, 1)));
        String key = "X-IBM-Client-Id: me\r\nX-IBM-Client-Secret: 5ecret";
        assertThat(status("Origin: https://evil.example", "Closed: 1")).isEqualTo(403);
        assertThat(status("Closed: 1")).isEqualTo(401);
        assertThat(status(key, "Closed: 1")).isEqualTo(503);
        assertThat(status(key)).isEqualTo(101);
        assertThat(status(key)).isEqualTo(429);
        assertThat(origin.connections()).isEqualTo(1);
    }
}
