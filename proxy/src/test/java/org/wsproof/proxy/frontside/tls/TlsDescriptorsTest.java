package org.wsproof.proxy.frontside.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wsproof.proxy.Peer;
import org.wsproof.proxy.Rig;
import org.wsproof.proxy.config.tls.SslClientProfile.Protocol;

/** Nothing is left of clients that came over TLS, however they left. */
@Timeout(60)
final class TlsDescriptorsTest {
    private static final List<TlsRig.Leave> WAYS =
            List.of(TlsRig.Leave.RESET, TlsRig.Leave.GOODBYE, TlsRig.Leave.TRUNCATED);

    private TlsRig rig;

    @BeforeEach
    void start() throws Exception {
        rig = new TlsRig(TlsRig.Wanted.of(TlsRig.BOTH));
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    @Test
    void twoHundredTunnelsAndAHundredFailedHandshakesLeaveNoDescriptorBehind() throws Exception {
        tunnels(6);
        failedHandshakes(4);
        eventually(() -> settledBy(descriptors()));
        long before = descriptors();
        tunnels(200);
        failedHandshakes(100);
        eventually(() -> descriptors() <= before);
    }

    /** Once the count has stood still for 100 ms. */
    private static boolean settledBy(long count) {
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        return descriptors() == count;
    }

    private void tunnels(int times) throws IOException {
        for (int i = 0; i < times; i++) {
            TlsRig.Ends ends = rig.tunnel(i % 2 == 0 ? Protocol.TLS_1_2 : Protocol.TLS_1_3);
            try (Peer origin = ends.origin();
                    Socket connection = ends.client().connection()) {
                if (i % 7 == 3) {
                    origin.finish();
                    assertThat(ends.client().peer().seesEnd()).isTrue();
                    ends.client().peer().finish();
                } else {
                    WAYS.get(i % WAYS.size()).from(ends.client());
                    assertThat(origin.seesEnd()).isTrue();
                }
                assertThat(connection.isBound()).isTrue();
            }
        }
    }

    /** Each in another way: a reset or an end inside the hello, no TLS at all, a version nobody has. */
    private void failedHandshakes(int times) throws IOException {
        byte[] hello = {22, 3, 1, 0, 100, 1, 0, 0, 96, 3, 3};
        byte[] old = {22, 3, 1, 0, 45, 1, 0, 0, 41, 3, 1};
        for (int i = 0; i < times; i++) {
            try (Socket connection = rig.connection()) {
                switch (i % 4) {
                    case 0 -> {
                        connection.getOutputStream().write(hello);
                        TlsRig.reset(connection);
                    }
                    case 1 -> connection.getOutputStream().write(hello);
                    case 2 -> new Peer(connection).send(Rig.REQUEST).readToEnd();
                    default -> {
                        connection.getOutputStream().write(old);
                        connection.getOutputStream().write(new byte[39]);
                        new Peer(connection).readToEnd();
                    }
                }
            }
        }
    }

    private static long descriptors() {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void eventually(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }
}
