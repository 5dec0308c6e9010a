package org.wsproof.proxy.backside;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wsproof.proxy.Peer;
import org.wsproof.proxy.Rig;
import org.wsproof.proxy.backside.RequestOctets.Purpose;
import org.wsproof.proxy.config.BacksideUrl;
import org.wsproof.proxy.config.Timers;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioIoThread;
import org.xnio.XnioWorker;

/** An origin that answers before it has been asked, as a whole or at all. */
@Timeout(30)
final class EarlyAnswerTest {
    /** So that the kernel cannot take a head of that size. */
    private static final int LARGER_THAN_BUFFERS = 32 * 1024 * 1024;

    private XnioWorker worker;
    private ServerSocket origin;

    @BeforeEach
    void start() throws Exception {
        worker = Xnio.getInstance().createWorker(OptionMap.create(Options.WORKER_IO_THREADS, 1));
        origin = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws Exception {
        origin.close();
        worker.shutdownNow();
    }

    private Backside backside() {
        BacksideUrl url = new BacksideUrl(false, "127.0.0.1", origin.getLocalPort());
        return new Backside(url, Timers.defaults(), Optional.empty(), worker);
    }

    private static void answer(Socket connection, String head) throws IOException {
        connection.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    }

    private Outcome ask(Purpose purpose, String answer) throws Exception {
        Backside backside = backside();
        RequestOctets request = new RequestOctets(ByteBuffer.allocate(LARGER_THAN_BUFFERS), purpose, true);
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        XnioIoThread thread = worker.getIoThread();
        thread.execute(() -> backside.ask(thread, request, outcome::complete));
        try (Socket accepted = origin.accept()) {
            answer(accepted, answer);
            return outcome.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void isNotAskedAgainOnThatConnection() throws Exception {
        Outcome outcome = ask(Purpose.PLAIN, Rig.head("HTTP/1.1 200 OK", "Content-Length: 0"));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Answered.class,
                        answered -> assertThat(answered.persists()).isFalse());
    }

    /** Its octets are there before the connection waits for its next request, so no event can tell of them in time. */
    @Test
    void whatItSaysBetweenTwoAnswersIsNoAnswer() throws Exception {
        Backside backside = backside();
        XnioIoThread thread = worker.getIoThread();
        RequestOctets request = new RequestOctets(ByteBuffer.allocate(10), Purpose.PLAIN, true);
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        StreamConnection used = thread.openStreamConnection(
                        origin.getLocalSocketAddress(), opened -> {}, OptionMap.EMPTY)
                .get();
        try (Socket first = origin.accept()) {
            answer(first, Rig.head("HTTP/1.1 200 OK", "X-Nobody-Asked: 1", "Content-Length: 0"));
            thread.execute(() -> {
                backside.giveBack(used);
                backside.ask(thread, request, outcome::complete);
            });
            try (Socket second = origin.accept()) {
                answer(second, Rig.head("HTTP/1.1 204 No Content"));
                assertThat(outcome.get(10, TimeUnit.SECONDS))
                        .isInstanceOfSatisfying(
                                Outcome.Answered.class,
                                answered ->
                                        assertThat(answered.answer().status()).isEqualTo(204));
            }
        }
    }

    /** Nobody else knows of the connection then. */
    @Test
    void oneWhoseTakerFailsEndsItsConnection() throws Exception {
        Backside backside = backside();
        RequestOctets request = new RequestOctets(ByteBuffer.allocate(10), Purpose.PLAIN, true);
        XnioIoThread thread = worker.getIoThread();
        thread.execute(() -> backside.ask(thread, request, outcome -> {
            throw new IllegalStateException("a fault that the test makes");
        }));
        try (Peer accepted = new Peer(origin.accept())) {
            accepted.readBytes(10);
            accepted.send(Rig.head("HTTP/1.1 200 OK", "Content-Length: 0"));
            assertThat(accepted.seesEnd()).isTrue();
        }
    }

    @Test
    void getsNoTunnel() throws Exception {
        assertThat(ask(Purpose.UPGRADE, Rig.SWITCH))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.cause()).isEqualTo(Outcome.Cause.INVALID_ANSWER));
    }
}
