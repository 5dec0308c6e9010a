package org.wsproof.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens after the 101. */
@Timeout(30)
final class TunnelTest {
    private static final int MIB = 1024 * 1024;

    private Rig rig;

    @BeforeEach
    void start() throws IOException {
        rig = new Rig();
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    @Test
    void relaysBothWays() throws IOException {
        Rig.Ends ends = rig.tunnel();
        for (int i = 0; i < 100; i++) {
            ends.client().send("ping");
            assertThat(ends.origin().read(4)).isEqualTo("ping");
            ends.origin().send("pong");
            assertThat(ends.client().read(4)).isEqualTo("pong");
        }
    }

    @Test
    void theClientsFinIsRelayedAndTheOriginMayGoOn() throws IOException {
        Rig.Ends ends = rig.tunnel();
        ends.client().send("last").finish();
        assertThat(ends.origin().readToEnd()).isEqualTo("last");
        ends.origin().send("reply");
        assertThat(ends.client().read(5)).isEqualTo("reply");
        ends.origin().send("bye").finish();
        assertThat(ends.client().readToEnd()).isEqualTo("bye");
    }

    @Test
    void theOriginsFinIsRelayedAndTheClientMayGoOn() throws IOException {
        Rig.Ends ends = rig.tunnel();
        ends.origin().send("last").finish();
        assertThat(ends.client().readToEnd()).isEqualTo("last");
        ends.client().send("reply");
        assertThat(ends.origin().read(5)).isEqualTo("reply");
        byte[] much = random(4 * MIB);
        CompletableFuture<Void> sent = sending(ends.client(), much);
        assertThat(ends.origin().readBytes(much.length)).isEqualTo(much);
        sent.join();
        ends.client().finish();
        assertThat(ends.origin().readToEnd()).isEmpty();
    }

    @Test
    void aResetIsRelayedEachWay() throws IOException {
        Rig.Ends first = rig.tunnel();
        first.client().reset();
        assertThat(first.origin().seesReset()).isTrue();

        Rig.Ends second = rig.tunnel();
        second.origin().send("no frame");
        second.client().read(8);
        second.origin().reset();
        assertThat(second.client().seesReset()).isTrue();
    }

    @Test
    void sixteenMebioctetsPassIntactBothWaysAtOnce() throws Exception {
        Rig.Ends ends = rig.tunnel();
        byte[] up = random(16 * MIB);
        byte[] down = random(16 * MIB + 1);
        CompletableFuture<Void> sent =
                CompletableFuture.allOf(sending(ends.client(), up), sending(ends.origin(), down));
        CompletableFuture<byte[]> received =
                CompletableFuture.supplyAsync(() -> reading(ends.origin(), up.length), Rig::thread);

        assertThat(slowly(ends.client(), down.length)).isEqualTo(down);
        assertThat(received.get()).isEqualTo(up);
        sent.get();
    }

    @Test
    void aStalledReaderBoundsWhatIsTakenIn() throws Exception {
        Rig.Ends ends = narrow();
        AtomicLong taken = new AtomicLong();
        byte[] piece = random(64 * 1024);
        CompletableFuture<Void> flood = CompletableFuture.runAsync(
                () -> {
                    while (taken.get() < 64L * MIB) {
                        sendQuietly(ends.origin(), piece);
                        taken.addAndGet(piece.length);
                    }
                },
                Rig::thread);
        // The system's own buffers grow as it likes, to 32 MiB and 4 MiB by default: all that is sent would not fit.
        assertThat(settled(taken)).isLessThan(48L * MIB);

        ends.client().send("the other way flows");
        assertThat(ends.origin().read(19)).isEqualTo("the other way flows");

        for (long left = 64L * MIB; left > 0; left -= piece.length) {
            assertThat(ends.client().readBytes(piece.length)).isEqualTo(piece);
        }
        flood.get();
    }

    @Test
    void aResetBehindUndeliveredOctetsComesAfterThem() throws Exception {
        Rig.Ends ends = narrow();
        byte[] piece = random(64 * 1024);
        AtomicLong taken = new AtomicLong();
        CompletableFuture<Void> flood = CompletableFuture.runAsync(
                () -> {
                    while (taken.get() < 64L * MIB) {
                        sendQuietly(ends.origin(), piece);
                        taken.addAndGet(piece.length);
                    }
                },
                Rig::thread);
        settled(taken);
        ends.origin().reset();
        assertThat(flood).failsWithin(Duration.ofSeconds(5));
        ends.client().send("shows that the origin is gone");

        long received = 0;
        try {
            int count = ends.client().socket().getInputStream().read(piece);
            while (count >= 0) {
                received += count;
                count = ends.client().socket().getInputStream().read(piece);
            }
        } catch (java.net.SocketException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
        assertThat(received).isGreaterThan(64 * 1024);
    }

    @Test
    void twoHundredUpgradesLeaveNoDescriptorBehind() throws IOException {
        cycle(5);
        long before = descriptors();
        cycle(200);
        eventually(() -> descriptors() <= before);
    }

    @Test
    void twoHundredRefusedUpgradesLeaveNoDescriptorBehind() throws IOException {
        String refusal =
                Rig.head("HTTP/1.1 426 Upgrade Required", "Upgrade: x", "Connection: Upgrade", "Content-Length: 0");
        Peer client = rig.client();
        long before = 0;
        for (int i = 0; i < 205; i++) {
            if (i == 5) {
                before = descriptors();
            }
            client.send(Rig.REQUEST);
            try (Peer origin = rig.accept()) {
                origin.readHead();
                origin.send(refusal);
                assertThat(client.readHead()).startsWith("HTTP/1.1 426 ");
            }
        }
        long baseline = before;
        eventually(() -> descriptors() <= baseline);
    }

    @Test
    void stoppingTheGatewayEndsTunnelsAtOnce() throws IOException {
        Rig.Ends ends = rig.tunnel();
        rig.gateway().close();
        assertThat(ends.client().seesEnd()).isTrue();
        assertThat(ends.origin().seesEnd()).isTrue();
    }

    /** The count once it has moved and then stood still for 300 ms. */
    private static long settled(AtomicLong count) {
        long last = 0;
        long since = System.nanoTime();
        while (last == 0 || System.nanoTime() - since < Duration.ofMillis(300).toNanos()) {
            if (count.get() != last) {
                last = count.get();
                since = System.nanoTime();
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        return last;
    }

    private void cycle(int times) throws IOException {
        for (int i = 0; i < times; i++) {
            try (Peer client = Peer.connect(rig.port())) {
                client.send(Rig.REQUEST);
                try (Peer origin = rig.accept()) {
                    origin.readHead();
                    origin.send(Rig.SWITCH);
                    client.readHead();
                    if (i % 3 == 0) {
                        client.finish();
                        assertThat(origin.seesEnd()).isTrue();
                    } else if (i % 3 == 1) {
                        origin.reset();
                        client.readToEnd();
                    }
                }
            }
        }
    }

    /** Small kernel buffers at the test's ends, so that what is taken in is the gateway's and the kernel's between. */
    private Rig.Ends narrow() throws IOException {
        rig.close();
        ServerSocket origin = new ServerSocket();
        origin.setReceiveBufferSize(64 * 1024);
        origin.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        rig = new Rig(origin, settings -> settings);
        Rig.Ends ends = rig.tunnel(Peer.connectNarrow(rig.port()));
        ends.origin().socket().setSendBufferSize(64 * 1024);
        return ends;
    }

    private static byte[] random(int count) {
        byte[] octets = new byte[count];
        new Random(42).nextBytes(octets);
        return octets;
    }

    private static CompletableFuture<Void> sending(Peer peer, byte[] octets) {
        return CompletableFuture.runAsync(() -> sendQuietly(peer, octets), Rig::thread);
    }

    private static void sendQuietly(Peer peer, byte[] octets) {
        try {
            peer.send(octets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] reading(Peer peer, int count) {
        try {
            return peer.readBytes(count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads in small pieces with pauses, so that the gateway meets back-pressure again and again. */
    private static byte[] slowly(Peer peer, int count) throws IOException {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream(count);
        while (all.size() < count) {
            all.write(peer.readBytes(Math.min(200_000, count - all.size())));
            LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
        }
        return all.toByteArray();
    }

    private static long descriptors() {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void eventually(java.util.function.BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
