package org.wsproof.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A gateway that runs out of what the system gives it: who is there suffers as little as can be, and it recovers. */
@Timeout(60)
final class ScarceTest {
    private static final String FEW_DESCRIPTORS = "ulimit -n 150";
    private static final int MORE_CLIENTS_THAN_THAT = 200;
    private static final Duration WATCHED = Duration.ofMillis(1500);

    @TempDir
    private Path directory = Path.of("");

    private static void requireServed(GatewayProcess gateway) throws IOException {
        Peer client = gateway.client().send(Rig.head("GET / HTTP/1.1", "Host: a"));
        Peer origin = gateway.accept();
        origin.readHead();
        origin.send(Rig.head("HTTP/1.1 204 No Content", "Connection: close"));
        assertThat(client.readHead()).startsWith("HTTP/1.1 204 ");
        client.close();
        origin.close();
    }

    @Test
    void withoutDescriptorsItWaitsAndSaysSoAFewTimesAndThenTakesClientsAgain() throws Exception {
        try (GatewayProcess gateway = new GatewayProcess(directory, FEW_DESCRIPTORS, List.of())) {
            Peer first = gateway.client();
            requireServed(gateway);
            List<Peer> clients = new ArrayList<>();
            for (int i = 0; i < MORE_CLIENTS_THAN_THAT; i++) {
                clients.add(gateway.client());
            }
            gateway.awaitLine("Too many open files");
            Duration before = gateway.processorTime();
            LockSupport.parkNanos(WATCHED.toNanos());
            assertThat(gateway.processorTime().minus(before)).isLessThan(WATCHED.dividedBy(3));
            first.send(Rig.REQUEST);
            assertThat(first.readHead()).startsWith("HTTP/1.1 502 ");
            assertThat(gateway.lines())
                    .filteredOn(line -> line.contains("Too many open files"))
                    .hasSizeLessThan(10);
            for (Peer each : clients) {
                each.close();
            }
            requireServed(gateway);
        }
    }

    /** The first tunnel of an I/O thread needs half a mebioctet outside of the heap. */
    @Test
    void withoutMemoryForATunnelBothItsEndsAreClosedAndPlainRequestsGoThrough() throws Exception {
        try (GatewayProcess gateway = new GatewayProcess(directory, ":", List.of("-XX:MaxDirectMemorySize=400k"))) {
            for (int i = 0; i < 2; i++) {
                Peer client = gateway.client().send(Rig.REQUEST);
                Peer origin = gateway.accept();
                origin.readHead();
                origin.send(Rig.SWITCH);
                assertThat(client.readHead()).startsWith("HTTP/1.1 101 ");
                assertThat(client.seesEnd()).isTrue();
                assertThat(origin.seesEnd()).isTrue();
                requireServed(gateway);
            }
            assertThat(gateway.lines()).anyMatch(line -> line.contains("no tunnel came of a 101"));
        }
    }
}
