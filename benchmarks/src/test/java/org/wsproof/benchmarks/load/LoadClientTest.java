package org.wsproof.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wsproof.benchmarks.load.LoadEnd.Kind;
import org.wsproof.benchmarks.load.line.TlsClient;
import org.wsproof.benchmarks.load.origin.ScriptedOrigin;
import org.wsproof.conformance.certificates.Certificates;

@Timeout(30)
final class LoadClientTest {
    private static final Certificates CERTIFICATES = Certificates.create();
    private static final TlsClient TLS = TlsClient.of(CERTIFICATES.clientContext());

    @SuppressWarnings("NullAway.Init") // JUnit calls start first
    private ScriptedOrigin origin;

    @BeforeEach
    void start() throws IOException {
        origin = ScriptedOrigin.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    @AfterEach
    void stop() {
        origin.close();
        assertThat(origin.wrong()).isEmpty();
    }

    /** Sends messages of one length, two at a time, and does something once so many have come back. */
    private static class Sender implements LoadListener {
        private final CompletableFuture<LoadEnd> end = new CompletableFuture<>();
        private final int octets;
        private final int messages;
        private final Consumer<LoadTunnel> last;
        private int sent;

        Sender(int octets, int messages, Consumer<LoadTunnel> last) {
            this.octets = octets;
            this.messages = messages;
            this.last = last;
        }

        @Override
        public void opened(LoadTunnel tunnel) {
            while (sent < messages && tunnel.underWay() < tunnel.order().window()) {
                sent++;
                tunnel.send(octets);
            }
        }

        @Override
        public void echoed(LoadTunnel tunnel, int length, long time) {
            opened(tunnel);
            if (tunnel.verified() == messages) {
                last.accept(tunnel);
            }
        }

        @Override
        public void ended(LoadTunnel tunnel, LoadEnd how) {
            end.complete(how);
        }
    }

    private LoadEnd run(Script script, Sender sender) throws Exception {
        InetAddress source = InetAddress.getByAddress(new byte[] {127, 0, 0, 9});
        return run(new LoadOrder(origin.address(), Optional.of(source), script, 2), sender);
    }

    private LoadEnd run(LoadOrder order, Sender sender) throws Exception {
        Counts.Snapshot before = origin.counts().now();
        try (LoadClient client = LoadClient.start(sender, 1)) {
            client.execute(() -> client.open(order));
            LoadEnd end = sender.end.get(20, TimeUnit.SECONDS);
            assertThat(client.counts().now().receivedMessages())
                    .isEqualTo(origin.counts().now().sentMessages() - before.sentMessages());
            assertThat(client.counts().now().sentOctets())
                    .isEqualTo(origin.counts().now().receivedOctets() - before.receivedOctets());
            return end;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 64, 125, 126, 127, 16_384, 65_535, 65_536, 300_001, 1_048_576})
    void messagesOfAnyLengthComeBackAsTheyWere(int octets) throws Exception {
        Sender sender = new Sender(octets, 5, tunnel -> tunnel.close(1000));
        assertThat(run(Script.ECHO, sender)).isEqualTo(LoadEnd.of(Kind.FINISHED));
        assertThat(origin.counts().now().receivedMessages()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 64, 16_384, 16_385, 300_001, 1_048_576})
    void overTlsTheyDoToo(int octets) throws Exception {
        try (TlsFront front = new TlsFront(CERTIFICATES.serverContext("valid"), origin.address())) {
            LoadOrder order = LoadOrder.to(front.address(), Script.ECHO).withWindow(2);
            Sender sender = new Sender(octets, 5, tunnel -> tunnel.close(1000));
            assertThat(run(order.over(Optional.of(TLS)), sender)).isEqualTo(LoadEnd.of(Kind.FINISHED));
        }
        assertThat(origin.counts().now().receivedMessages()).isEqualTo(5);
    }

    @Test
    void overTlsOneDirectionEndsWithoutTheOther() throws Exception {
        try (TlsFront front = new TlsFront(CERTIFICATES.serverContext("valid"), origin.address())) {
            Sender late = new Sender(640, 1, tunnel -> {
                tunnel.send(640);
                tunnel.finish();
            });
            LoadOrder order = LoadOrder.to(front.address(), Script.LATE).over(Optional.of(TLS));
            assertThat(run(order, late)).isEqualTo(LoadEnd.of(Kind.FINISHED));
        }
        assertThat(origin.counts().now().sentMessages()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls-1-2-only", "untrusted"})
    void aServerWithAnotherVersionOrOfAnotherAuthorityIsNotTalkedTo(String certificate) throws Exception {
        SSLContext server = CERTIFICATES.serverContext(certificate);
        Optional<String> version = CERTIFICATES.onlyVersion(certificate);
        try (TlsFront front = new TlsFront(server, version, origin.address())) {
            LoadOrder order = LoadOrder.to(front.address(), Script.ECHO).over(Optional.of(TLS));
            assertThat(run(order, new Sender(1, 1, tunnel -> {})).kind()).isEqualTo(Kind.RESET);
        }
        assertThat(origin.counts().now().opened()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFUSE", "UPGRADE_WITHOUT_101"})
    void anAnswerThatIsNo101RefusesTheTunnel(Script script) throws Exception {
        assertThat(run(script, new Sender(1, 1, tunnel -> {})).kind()).isEqualTo(Kind.REFUSED);
    }

    @Test
    void anOriginThatEndsBeforeThe101HasNotAnswered() throws Exception {
        assertThat(run(Script.FIN_BEFORE_101, new Sender(1, 1, tunnel -> {})).kind())
                .isEqualTo(Kind.UNANSWERED);
        assertThat(run(Script.RESET_BEFORE_101, new Sender(1, 1, tunnel -> {})).kind())
                .isEqualTo(Kind.RESET);
    }

    @Test
    void earlyHintsArePassedOver() throws Exception {
        assertThat(run(Script.EARLY_HINTS, new Sender(64, 2, LoadTunnel::finish))
                        .kind())
                .isEqualTo(Kind.FINISHED);
    }

    @Test
    void theOriginEndsAfterTheSecondMessageInTheWayItWasAskedTo() throws Exception {
        Consumer<LoadTunnel> another = tunnel -> {
            if (tunnel.underWay() == 0) {
                tunnel.send(640);
            }
        };
        assertThat(run(Script.FIN, new Sender(640, 1, another)).kind()).isEqualTo(Kind.FINISHED);
        assertThat(run(Script.RESET, new Sender(640, 1, another)).kind()).isEqualTo(Kind.RESET);
        assertThat(run(Script.PART_FIN, new Sender(640, 1, another)).kind()).isEqualTo(Kind.CUT);
        assertThat(run(Script.PART_RESET, new Sender(640, 1, another)).kind()).isEqualTo(Kind.RESET);
        assertThat(run(Script.CLOSE, new Sender(640, 1, another) {
                            @Override
                            public void closed(LoadTunnel tunnel, int code) {
                                assertThat(code).isEqualTo(1000);
                                tunnel.close(code);
                            }
                        })
                        .kind())
                .isEqualTo(Kind.FINISHED);
    }

    @Test
    void halfOpenTunnelsCarryTheOtherDirection() throws Exception {
        Sender late = new Sender(640, 1, tunnel -> {
            tunnel.send(640);
            tunnel.finish();
        });
        assertThat(run(Script.LATE, late).kind()).isEqualTo(Kind.FINISHED);
        Sender early = new Sender(640, 1, tunnel -> tunnel.send(640)) {
            @Override
            public void finished(LoadTunnel tunnel) {
                tunnel.send(640);
                tunnel.finish();
            }
        };
        assertThat(run(Script.HALF_OPEN, early).kind()).isEqualTo(Kind.FINISHED);
        assertThat(origin.counts().now().receivedMessages()).isEqualTo(5);
    }

    @Test
    void whatIsNotWhatWasSentIsWrong() throws Exception {
        try (ChangedEcho peer = new ChangedEcho()) {
            Sender sender = new Sender(64, 1, tunnel -> {});
            try (LoadClient client = LoadClient.start(sender, 1)) {
                client.execute(() -> client.open(LoadOrder.to(peer.address(), Script.ECHO)));
                LoadEnd end = sender.end.get(20, TimeUnit.SECONDS);
                assertThat(end.kind()).isEqualTo(Kind.WRONG);
                assertThat(end.detail()).contains("found another octet at 63 of 64");
            }
        }
    }
}
