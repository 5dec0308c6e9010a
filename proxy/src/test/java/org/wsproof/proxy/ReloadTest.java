package org.wsproof.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wsproof.proxy.ReloadRig.assertAlive;
import static org.wsproof.proxy.ReloadRig.gateway;
import static org.wsproof.proxy.ReloadRig.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ReloadTest {
    @TempDir
    private Path directory = Path.of("");

    private ReloadRig rig;

    @BeforeEach
    void open() throws IOException {
        rig = new ReloadRig(directory);
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    private String first() {
        return gateway(rig.one, "", http("front", rig.front, ""));
    }

    private static String plain(ServerSocket origin, String handler) {
        return gateway(origin, "", handler.replace("allow-websocket-upgrade: true", "allow-websocket-upgrade: false"));
    }

    @Test
    void aTunnelGoesOnAndKeepsItsTerms() throws Exception {
        Gateway gateway = rig.start(first());
        Rig.Ends before = rig.tunnel(rig.front, rig.one);

        gateway.reload(rig.read(gateway(rig.other, "", http("front", rig.front, ", websocket-idle-timeout: 300ms"))));

        Rig.Ends behind = rig.tunnel(rig.front, rig.other);
        behind.client().readToEnd();
        behind.origin().readToEnd();
        assertAlive(before);
    }

    @Test
    void theNextRequestOnAKeptConnectionMeetsTheNewConfiguration() throws Exception {
        Gateway gateway = rig.start(first());
        Peer client = rig.client(rig.front);
        rig.exchange(client, rig.one);

        Change change = gateway.reload(rig.read(gateway(rig.other, "", http("front", rig.front, ""))));

        assertThat(change).hasToString("changed front 127.0.0.1:" + rig.front);
        assertThat(rig.exchange(client, rig.other)).startsWith("HTTP/1.1 200 ").doesNotContain("Connection");
        gateway.reload(rig.read(
                plain(rig.other, http("front", rig.front, ", allowed-methods-and-versions: [HTTP/1.1, POST]"))));
        client.send(ReloadRig.GET);
        assertThat(client.readHead()).startsWith("HTTP/1.1 405 ");
    }

    @Test
    void aConnectionUnderAnotherTimerClosesAfterItsNextAnswer() throws Exception {
        Gateway gateway = rig.start(first());
        Peer client = rig.client(rig.front);
        rig.exchange(client, rig.one);

        gateway.reload(rig.read(gateway(rig.other, "", http("front", rig.front, ", header-timeout: 3s"))));

        assertThat(rig.exchange(client, rig.other)).contains("\r\nConnection: close\r\n");
        assertThat(client.seesEnd()).isTrue();
    }

    @Test
    void aGatewayThatIsAsItWasKeepsItsBacksideConnections() throws Exception {
        Gateway gateway = rig.start(first());
        Peer client = rig.client(rig.front).send(ReloadRig.GET);
        Peer origin = rig.accept(rig.one);
        ReloadRig.answer(origin);
        client.readHead();

        Change change = gateway.reload(rig.read("# changed\n" + first()));

        assertThat(change).hasToString("nothing changed");
        client.send(ReloadRig.GET);
        ReloadRig.answer(origin);
        assertThat(client.readHead()).startsWith("HTTP/1.1 200 ");
    }

    /** Clients come one after another, each on a connection of its own, until told to stop; counts them. */
    private CompletableFuture<Void> clients(AtomicBoolean over, AtomicInteger served) {
        CompletableFuture<Void> clients = new CompletableFuture<>();
        Rig.thread(() -> {
            try {
                while (!over.get()) {
                    try (Peer client = Peer.connect(rig.front).send(ReloadRig.GET)) {
                        assertThat(client.readHead()).startsWith("HTTP/1.1 405 ");
                        served.incrementAndGet();
                    }
                }
                clients.complete(null);
            } catch (IOException | AssertionError broken) {
                clients.completeExceptionally(broken);
            }
        });
        return clients;
    }

    @Test
    void noConnectIsRefusedAndNoRequestLostAcrossTwentyReloads() throws Exception {
        String post = ", allowed-methods-and-versions: [HTTP/1.1, POST]";
        Gateway gateway = rig.start(plain(rig.one, http("first", rig.front, post)));
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger served = new AtomicInteger();
        CompletableFuture<Void> clients = clients(over, served);
        for (int i = 0; i < 20; i++) {
            ServerSocket origin = i % 2 == 0 ? rig.one : rig.other;
            String handler = http("n" + i, rig.front, post + ", header-timeout: " + (i + 1));
            int before = served.get();
            gateway.reload(rig.read(plain(origin, handler)));
            while (served.get() < before + 3 && !clients.isDone()) {
                Thread.onSpinWait();
            }
        }
        over.set(true);
        clients.get();
        assertThat(served.get()).isGreaterThanOrEqualTo(60);
    }

    @Test
    void aPortInUseChangesNothing() throws Exception {
        Gateway gateway = rig.start(first());
        int free = ReloadRig.freePort();
        try (ServerSocket taken = ReloadRig.listening()) {
            String next = gateway(
                    rig.other,
                    "",
                    http("front", rig.front, ""),
                    http("free", free, ""),
                    http("taken", taken.getLocalPort(), ""));
            assertThatThrownBy(() -> gateway.reload(rig.read(next))).isInstanceOf(UnbindableException.class);
        }
        assertThat(rig.exchange(rig.client(rig.front), rig.one)).startsWith("HTTP/1.1 200 ");
        assertThatThrownBy(() -> Peer.connect(free)).isInstanceOf(ConnectException.class);
        assertThat(gateway.listening()).hasSize(1);
    }

    @Test
    void aPortThatTheGatewayItselfHoldsOnAnotherAddressIsNamedSo() throws Exception {
        Gateway gateway = rig.start(first());
        String everywhere = first().replace("address: 127.0.0.1", "address: 0.0.0.0");

        assertThatThrownBy(() -> gateway.reload(rig.read(everywhere)))
                .isInstanceOf(UnbindableException.class)
                .hasMessageEndingWith("Address already in use, by handler front on 127.0.0.1 until the next start");
        assertThat(rig.exchange(rig.client(rig.front), rig.one)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aHandlerThatIsAddedServes() throws Exception {
        Gateway gateway = rig.start(first());
        int added = ReloadRig.freePort();

        Change change =
                gateway.reload(rig.read(gateway(rig.one, "", http("front", rig.front, ""), http("second", added, ""))));

        assertThat(change).hasToString("added second 127.0.0.1:" + added);
        assertAlive(rig.tunnel(added, rig.one));
        assertAlive(rig.tunnel(rig.front, rig.one));
    }

    @Test
    void aHandlerThatIsRemovedTakesNobodyNewAndCutsNothing() throws Exception {
        int removed = ReloadRig.freePort();
        // On one thread: what one connection has seen, the other has too.
        Gateway gateway = rig.start(
                "io-threads: 1\n" + gateway(rig.one, "", http("front", rig.front, ""), http("second", removed, "")));
        Rig.Ends tunnel = rig.tunnel(removed, rig.one);
        Peer busy = rig.client(removed).send(ReloadRig.GET);
        Peer origin = rig.accept(rig.one);
        Peer kept = rig.client(removed);
        rig.exchange(kept, rig.one);

        Change change = gateway.reload(rig.read("io-threads: 1\n" + first()));

        assertThat(change).hasToString("removed second 127.0.0.1:" + removed);
        assertThatThrownBy(() -> Peer.connect(removed)).isInstanceOf(ConnectException.class);
        assertThat(kept.seesEnd()).isTrue();
        ReloadRig.answer(origin);
        assertThat(busy.readHead()).contains("\r\nConnection: close\r\n");
        assertAlive(tunnel);
        assertAlive(rig.tunnel(rig.front, rig.one));
    }

    @Test
    void aHandlerOfOneGatewayMayBecomeAnothers() throws Exception {
        Gateway gateway = rig.start(first());
        String other = gateway(rig.other, "", http("front", rig.front, "")).replace("name: gateway", "name: another");

        gateway.reload(rig.read(other));

        assertThat(rig.exchange(rig.client(rig.front), rig.other)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aGatewayThatDrainsIsNotReloaded() throws Exception {
        Gateway gateway = rig.start(first());
        gateway.drain();
        assertThatThrownBy(() -> gateway.reload(rig.read(first()))).hasMessage("the gateway is stopping");
    }
}
