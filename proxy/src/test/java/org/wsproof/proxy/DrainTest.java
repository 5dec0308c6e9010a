package org.wsproof.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wsproof.proxy.config.Timers;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class DrainTest {
    private static final String GET = Rig.head("GET / HTTP/1.1", "Host: a");
    private static final Duration GRACE = Duration.ofMillis(600);

    /** Behind the grace, the gateway's own margin and what a busy machine takes. */
    private static final long BOUND_MILLIS = GRACE.toMillis() + 1000 + 1500;

    private Rig rig;

    @BeforeEach
    void start() throws IOException {
        rig = new Rig(settings -> settings.timers(new Timers(
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                GRACE)));
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    /** A drain under way; how many milliseconds it took. */
    private CompletableFuture<Long> drain() {
        CompletableFuture<Long> drained = new CompletableFuture<>();
        Rig.thread(() -> {
            long start = System.nanoTime();
            try {
                rig.gateway().drain();
                drained.complete(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            } catch (InterruptedException e) {
                drained.completeExceptionally(e);
            }
        });
        return drained;
    }

    /** A connection that has had one answer and may ask again, and the origin's end behind it. */
    private Rig.Ends kept() throws IOException {
        Peer client = rig.client().send(GET);
        Peer origin = rig.accept();
        origin.readHead();
        origin.send(Rig.head("HTTP/1.1 200 OK", "Content-Length: 0"));
        assertThat(client.readHead()).doesNotContain("Connection");
        return new Rig.Ends(client, origin);
    }

    @Test
    void withNothingOpenItIsOverAtOnce() throws Exception {
        assertThat(rig.gateway().ready()).isTrue();
        assertThat(drain().get()).isLessThan(300);
        assertThat(rig.gateway().ready()).isFalse();
    }

    @Test
    void aKeptConnectionEndsAtOnceAndANewOneIsRefused() throws Exception {
        Peer client = kept().client();
        int port = rig.port();

        assertThat(drain().get()).isLessThan(300);

        assertThat(client.seesEnd()).isTrue();
        assertThatThrownBy(() -> Peer.connect(port)).isInstanceOf(ConnectException.class);
    }

    @Test
    void aRequestUnderWayIsAnsweredAsTheLastOfItsConnection() throws Exception {
        Peer client = rig.client().send(GET);
        Peer origin = rig.accept();
        origin.readHead();
        Peer kept = rig.client().send(GET);
        Peer keptOrigin = rig.accept();
        keptOrigin.readHead();
        keptOrigin.send(Rig.head("HTTP/1.1 200 OK", "Content-Length: 0"));
        kept.readHead();

        CompletableFuture<Long> drained = drain();
        assertThat(kept.seesEnd()).isTrue();
        assertThat(drained).isNotDone();
        origin.send(Rig.head("HTTP/1.1 200 OK", "Content-Length: 5") + "hello");

        assertThat(client.readHead()).contains("\r\nConnection: close\r\n");
        assertThat(client.read(5)).isEqualTo("hello");
        assertThat(client.seesEnd()).isTrue();
        client.close();
        assertThat(drained.get()).isLessThan(BOUND_MILLIS);
    }

    @Test
    void anAnswerThatHasBegunIsFinishedAndItsConnectionClosed() throws Exception {
        Peer client = rig.client().send(GET);
        Peer origin = rig.accept();
        origin.readHead();
        origin.send(Rig.head("HTTP/1.1 200 OK", "Content-Length: 5") + "he");
        client.readHead();
        client.read(2);
        Peer witness = kept().client();

        CompletableFuture<Long> drained = drain();
        assertThat(witness.seesEnd()).isTrue();
        origin.send("llo");

        assertThat(client.read(3)).isEqualTo("llo");
        assertThat(client.seesEnd()).isTrue();
        client.close();
        assertThat(drained.get()).isLessThan(BOUND_MILLIS);
    }

    @Test
    void whoHasConnectedAndNotAskedYetIsToldWhyItIsRefused() throws Exception {
        Peer late = rig.client();
        Peer witness = kept().client();

        CompletableFuture<Long> drained = drain();
        assertThat(witness.seesEnd()).isTrue();
        late.send(Rig.REQUEST);

        assertThat(late.readHead()).startsWith("HTTP/1.1 503 ").contains("\r\nConnection: close\r\n");
        assertThat(late.readToEnd()).isEqualTo("The gateway is stopping.\n");
        late.close();
        assertThat(drained.get()).isLessThan(BOUND_MILLIS);
    }

    @Test
    void whoNeverAsksDoesNotHoldItUp() throws Exception {
        Peer silent = rig.client();
        kept();

        assertThat(drain().get()).isLessThan(BOUND_MILLIS);

        assertThat(silent.seesEnd()).isTrue();
    }

    @Test
    void aTunnelEndsWithinItsGrace() throws Exception {
        Rig.Ends ends = rig.tunnel();

        assertThat(drain().get()).isLessThan(BOUND_MILLIS);

        ends.client().readToEnd();
        ends.origin().readToEnd();
    }

    /** As often as it takes to meet the moment between the two. */
    @Test
    void whatHasJustBecomeATunnelIsNoLongerEndedAsAConnection() throws Exception {
        for (int i = 0; i < 100; i++) {
            try (Rig fresh = new Rig()) {
                Rig.Ends ends = fresh.tunnel();
                Rig.thread(() -> {
                    try {
                        fresh.gateway().drain();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
                assertThat(ends.client().read(4)).isEqualTo("\u0088\u0002\u0003\u00e9");
            }
        }
    }

    @Test
    void aHandshakeUnderWayStillBecomesATunnel() throws Exception {
        Peer client = rig.client().send(Rig.REQUEST);
        Peer origin = rig.accept();
        origin.readHead();
        Peer witness = kept().client();

        CompletableFuture<Long> drained = drain();
        assertThat(witness.seesEnd()).isTrue();
        origin.send(Rig.SWITCH + "\u0081\u0005hello");

        assertThat(client.readHead()).startsWith("HTTP/1.1 101 ");
        assertThat(client.readToEnd()).isEqualTo("\u0081\u0005hello\u0088\u0002\u0003\u00e9");
        assertThat(drained.get()).isLessThan(BOUND_MILLIS);
    }

    @Test
    void anAnswerThatNeverComesEndsWithTheGrace() throws Exception {
        Peer client = rig.client().send(GET);
        rig.accept().readHead();

        assertThat(drain().get()).isBetween(GRACE.toMillis() + 1000, BOUND_MILLIS);
        rig.gateway().close();

        assertThat(client.seesEnd()).isTrue();
    }

    @Test
    void aClientThatTakesNothingDoesNotOutliveTheGrace() throws Exception {
        Peer client = Peer.connectNarrow(rig.port());
        Rig.Ends ends = rig.tunnel(client);
        CompletableFuture<Void> stalled = new CompletableFuture<>();
        Rig.thread(() -> {
            try {
                while (true) {
                    ends.origin().send(new byte[64 * 1024]);
                }
            } catch (IOException cut) {
                stalled.complete(null);
            }
        });

        assertThat(drain().get()).isLessThan(BOUND_MILLIS);

        stalled.get();
        client.close();
    }
}
