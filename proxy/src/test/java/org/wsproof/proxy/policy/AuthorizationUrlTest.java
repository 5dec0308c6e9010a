package org.wsproof.proxy.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wsproof.proxy.Peer;
import org.wsproof.proxy.Rig;
import org.wsproof.proxy.config.BacksideUrl;
import org.wsproof.proxy.config.policy.AuthorizationUrl;
import org.wsproof.proxy.config.policy.AuthorizationUrl.RefusalStatus;
import org.wsproof.proxy.config.tls.SslClientProfile;

/** Who is asked first, and what the answer, or its absence, does to the client. */
@Timeout(30)
final class AuthorizationUrlTest {
    private static final String YES = Rig.head("HTTP/1.1 200 OK", "Content-Length: 7") + "SUCCESS";
    private static final String ANSWERED = Rig.head("HTTP/1.1 200 OK", "Content-Length: 2") + "ok";
    private static final Duration TIMEOUT = Duration.ofMillis(400);

    private ServerSocket authority;
    private Rig rig;

    @BeforeEach
    void start() throws IOException {
        authority = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        authority.setSoTimeout(10_000);
        rig = rig();
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
        authority.close();
    }

    private Rig rig() throws IOException {
        return rig(TIMEOUT);
    }

    private Rig rig(Duration timeout) throws IOException {
        AuthorizationUrl url = new AuthorizationUrl(
                new BacksideUrl(false, "127.0.0.1", authority.getLocalPort()),
                "/WebSocketaa?v=1",
                timeout,
                RefusalStatus.PROPAGATE,
                SslClientProfile.validating());
        return new Rig(settings -> settings.policies(Given.authority(url)));
    }

    private Peer question() throws IOException {
        return new Peer(authority.accept());
    }

    private void requireOriginUntouched() throws IOException {
        rig.origin().setSoTimeout(1);
        Assertions.assertThatExceptionOfType(SocketTimeoutException.class)
                .isThrownBy(() -> rig.origin().accept());
        rig.origin().setSoTimeout(10_000);
    }

    private Peer refused(Peer asked, String answer, int status) throws IOException {
        Peer client = rig.client().send(Rig.REQUEST);
        asked.readHead();
        asked.send(answer);
        assertThat(client.readHead()).startsWith("HTTP/1.1 " + status + " ");
        return client;
    }

    @Test
    void ofFiveAuthoritiesOneLetsInAndTheOriginCountsOneConnection() throws IOException {
        Peer allowed = rig.client().send(Rig.REQUEST);
        Peer asked = question();
        asked.readHead();
        asked.send(YES);
        Peer origin = rig.accept();
        origin.readHead();
        origin.send(Rig.SWITCH);
        assertThat(allowed.readHead()).startsWith("HTTP/1.1 101 ");

        refused(asked, Rig.head("HTTP/1.1 401 No", "WWW-Authenticate: Basic", "Content-Length: 0"), 401);
        Peer failed = refused(asked, Rig.head("HTTP/1.1 500 Oops", "Content-Length: 6") + "secret", 500);
        assertThat(failed.readToEnd()).doesNotContain("secret");
        long start = System.nanoTime();
        refused(asked, "", 500);
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(TIMEOUT.multipliedBy(9).dividedBy(10), TIMEOUT.multipliedBy(4));
        assertThat(asked.seesEnd()).isTrue();
        authority.close();
        assertThat(rig.client().send(Rig.REQUEST).readToEnd()).startsWith("HTTP/1.1 500 ");

        requireOriginUntouched();
        allowed.send("still here");
        assertThat(origin.read(10)).isEqualTo("still here");
    }

    @Test
    void theQuestionIsAGetToTheUrlsPathAndQuery() throws IOException {
        rig.client().send(Rig.REQUEST);
        assertThat(question().readHead())
                .startsWith("GET /WebSocketaa?v=1 HTTP/1.1\r\n")
                .contains("\r\nHost: 127.0.0.1:" + authority.getLocalPort() + "\r\n")
                .contains("\r\nX-Original-URI: /chat?room=1\r\n");
    }

    @Test
    void contentThatNeverEndsHoldsNobodyUp() throws IOException {
        Peer client = rig.client().send(Rig.REQUEST);
        Peer asked = question();
        asked.readHead();
        asked.send(Rig.head("HTTP/1.1 200 OK", "Transfer-Encoding: chunked") + "7\r\nSUC");
        Peer origin = rig.accept();
        origin.readHead();
        origin.send(Rig.SWITCH);
        assertThat(client.readHead()).startsWith("HTTP/1.1 101 ");
        assertThat(asked.seesEnd()).isTrue();
    }

    @Test
    void eachRequestOfAConnectionIsAskedAboutAlsoAPlainOne() throws IOException {
        Peer client = rig.client().send(Rig.head("GET /one HTTP/1.1", "Host: a"));
        Peer asked = question();
        assertThat(asked.readHead()).contains("X-Original-URI: /one\r\n");
        asked.send(YES);
        Peer origin = rig.accept();
        assertThat(origin.readHead()).startsWith("GET /one ");
        origin.send(ANSWERED);
        client.readHead();
        client.read(2);

        client.send(Rig.head("GET /two HTTP/1.1", "Host: a"));
        assertThat(asked.readHead()).contains("X-Original-URI: /two\r\n");
        asked.send(Rig.head("HTTP/1.1 403 No", "Content-Length: 0"));
        assertThat(client.readToEnd()).startsWith("HTTP/1.1 403 ");
        requireOriginUntouched();
    }

    @Test
    void contentWaitsForTheVerdictAndGoesToTheOriginOnly() throws IOException {
        Peer client = rig.client()
                .send(Rig.head("POST /form HTTP/1.1", "Host: a", "Content-Type: text/plain", "Content-Length: 5")
                        + "hello");
        Peer asked = question();
        assertThat(asked.readHead())
                .startsWith("GET ")
                .contains("X-Original-Method: POST\r\n")
                .doesNotContain("Content-");
        asked.send(YES);
        Peer origin = rig.accept();
        assertThat(origin.readHead()).startsWith("POST /form ").contains("Content-Length: 5\r\n");
        assertThat(origin.read(5)).isEqualTo("hello");
        origin.send(ANSWERED);
        assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aRefusedRequestWithContentIsAnsweredAllTheSame() throws IOException {
        Peer client = rig.client().send(Rig.head("POST /form HTTP/1.1", "Host: a", "Content-Length: 50") + "hello");
        Peer asked = question();
        asked.readHead();
        asked.send(Rig.head("HTTP/1.1 403 No", "Content-Length: 0"));
        assertThat(client.readHead()).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void aClientThatLeavesEndsTheQuestion() throws IOException {
        Peer client = rig.client().send(Rig.REQUEST + "early");
        Peer asked = question();
        asked.readHead();
        client.close();
        assertThat(asked.seesEnd()).isTrue();
        requireOriginUntouched();
    }

    /** Each holds a connection to the authority, and there is no other bound to them. */
    @Test
    void beyondAThousandQuestionsUnderWayARequestIsRefusedAtOnce() throws IOException {
        rig.close();
        authority.close();
        authority = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
        rig = rig(Duration.ofSeconds(20));
        List<Peer> clients = new ArrayList<>();
        List<Peer> asked = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            clients.add(rig.client().send(Rig.REQUEST));
            asked.add(question());
        }
        long start = System.nanoTime();
        assertThat(rig.client().send(Rig.REQUEST).readHead()).startsWith("HTTP/1.1 500 ");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));

        Peer first = asked.get(0);
        first.readHead();
        first.send(Rig.head("HTTP/1.1 403 No", "Content-Length: 0"));
        assertThat(clients.get(0).readHead()).startsWith("HTTP/1.1 403 ");
        rig.client().send(Rig.REQUEST);
        assertThat(first.readHead()).startsWith("GET /WebSocketaa");
        for (Peer each : asked) {
            each.close();
        }
    }

    @Test
    void octetsBehindTheHeadWaitForTheTunnel() throws IOException {
        Peer client = rig.client().send(Rig.REQUEST + "early");
        Peer asked = question();
        asked.readHead();
        client.send("-later");
        asked.send(YES);
        Peer origin = rig.accept();
        origin.readHead();
        origin.send(Rig.SWITCH);
        client.readHead();
        assertThat(origin.read(11)).isEqualTo("early-later");
        assertThat(asked.socket().getInputStream().available()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH", "HTTP/1.1 101 Switching Protocols", "HTTP/1.1 2OO OK", ""})
    void whatIsNoAnswerLetsNobodyIn(String answer) throws IOException {
        Peer client = rig.client().send(Rig.REQUEST);
        Peer asked = question();
        asked.readHead();
        asked.send(answer.isEmpty() ? "" : Rig.head(answer)).close();
        assertThat(client.readHead()).startsWith("HTTP/1.1 500 ");
        requireOriginUntouched();
    }

    /** Until the rest of the content is read, questions go over connections of their own. */
    @Test
    void aConnectionWhoseContentComesLateIsUsedAgain() throws IOException {
        rig.client().send(Rig.REQUEST);
        Peer late = question();
        late.readHead();
        late.send(Rig.head("HTTP/1.1 403 No", "Transfer-Encoding: chunked") + "4\r\nstop\r\n");
        late.send("0\r\n\r\n");
        authority.setSoTimeout(100);
        Assertions.assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> {
            for (int i = 0; i < 50; i++) {
                Peer client = rig.client().send(Rig.REQUEST);
                try (Peer asked = question()) {
                    asked.readHead();
                    asked.send(Rig.head("HTTP/1.1 403 No", "Connection: close"));
                }
                client.readHead();
            }
        });
        assertThat(late.readHead()).startsWith("GET /WebSocketaa");
    }

    @Test
    void anAnswerThatClosesIsTakenAndTheNextQuestionConnectsAnew() throws IOException {
        for (int i = 0; i < 2; i++) {
            Peer client = rig.client().send(Rig.REQUEST);
            Peer asked = question();
            asked.readHead();
            asked.send(Rig.head("HTTP/1.1 200 OK", "Connection: close") + "SUCCESS")
                    .close();
            Peer origin = rig.accept();
            origin.readHead();
            origin.send(Rig.SWITCH);
            assertThat(client.readHead()).startsWith("HTTP/1.1 101 ");
        }
    }
}
