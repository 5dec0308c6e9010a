package org.wsproof.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.wsproof.conformance.certificates.Certificates;
import org.wsproof.conformance.frames.OctetSource;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.model.Octets;

/** How the other side's end is told, with TLS and without, whichever side it is. */
@Timeout(20)
final class ConnectionEndTest {
    private final Certificates certificates = Certificates.create();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private record Pair(Connection client, Connection server) {}

    private static final class Told implements Connection.Listener {
        private final CompletableFuture<Ending> ending = new CompletableFuture<>();
        private final AtomicInteger octets = new AtomicInteger();

        @Override
        public void received(byte[] received, int length) {
            octets.addAndGet(length);
        }

        @Override
        public void ended(Ending how) {
            ending.complete(how);
        }
    }

    private static SSLSocket over(ObservedSocket tcp, SSLContext context, String protocol) throws IOException {
        SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(tcp, "localhost", tcp.getPort(), true);
        tls.setEnabledProtocols(new String[] {protocol});
        return tls;
    }

    private static void shake(SSLSocket tls) {
        try {
            tls.startHandshake();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param protocol "" for a pair without TLS */
    private Pair connected(String protocol) throws Exception {
        try (ObservedSocket.Listener listener = new ObservedSocket.Listener()) {
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            ObservedSocket client = new ObservedSocket();
            client.connect(listener.getLocalSocketAddress());
            ObservedSocket server = listener.accept();
            if (protocol.isEmpty()) {
                return new Pair(Connection.plain(client), Connection.plain(server));
            }
            SSLSocket clientTls = over(client, certificates.clientContext(), protocol);
            SSLSocket serverTls = over(server, certificates.serverContext("valid"), protocol);
            serverTls.setUseClientMode(false);
            CompletableFuture<Void> shaken = CompletableFuture.runAsync(() -> shake(clientTls), threads);
            shake(serverTls);
            shaken.get();
            return new Pair(Connection.tls(client, clientTls), Connection.tls(server, serverTls));
        }
    }

    private Ending seen(Connection from, Connection to, Ending how) throws Exception {
        Told told = new Told();
        from.start(threads, new Told());
        to.start(threads, told);
        from.outbox().send(new OctetSource(List.of(new Octets.Raw("last")), true), 0, 0);
        from.finish(how);
        Ending ending = told.ending.get();
        if (how != Ending.RST) {
            assertThat(told.octets.get()).isEqualTo(4);
        }
        from.close();
        to.close();
        return ending;
    }

    @ParameterizedTest
    @CsvSource({
        "TLSv1.2,TLS_CLOSE", "TLSv1.3,TLS_CLOSE",
        "TLSv1.2,TLS_TRUNCATED", "TLSv1.3,TLS_TRUNCATED",
        "TLSv1.2,RST", "TLSv1.3,RST"
    })
    void anEndOverTlsIsToldAsItCame(String protocol, Ending how) throws Exception {
        Pair first = connected(protocol);
        assertThat(seen(first.server(), first.client(), how))
                .as("at the client")
                .isEqualTo(how);
        Pair second = connected(protocol);
        assertThat(seen(second.client(), second.server(), how))
                .as("at the server")
                .isEqualTo(how);
    }

    @ParameterizedTest
    @EnumSource(
            value = Ending.class,
            names = {"FIN", "RST"})
    void anEndWithoutTlsIsToldAsItCame(Ending how) throws Exception {
        Pair pair = connected("");
        assertThat(seen(pair.server(), pair.client(), how)).isEqualTo(how);
    }
}
