package org.wsproof.proxy.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wsproof.proxy.tunnel.TunnelReport;
import org.wsproof.proxy.tunnel.TunnelReport.Flow;

/** What is counted when ends and looks are told in any order. */
@Timeout(30)
final class TrafficTest {
    private final Traffic traffic = new Traffic();

    private static TunnelReport report(long id, long octets) {
        InetSocketAddress address = InetSocketAddress.createUnresolved("a", 1);
        return new TunnelReport(
                id,
                "g",
                address,
                address,
                new Flow(octets, octets / 10, octets / 100),
                new Flow(2 * octets, 0, 0),
                Duration.ZERO,
                "",
                OptionalInt.empty());
    }

    private void look(TunnelReport... open) {
        traffic.lookBegins();
        traffic.looked(List.of(open));
    }

    private long octets() {
        return traffic.of("g").fromClient().octets();
    }

    @Test
    void whatWasSeenOfAnOpenTunnelIsNotCountedAgainAtItsEnd() {
        look(report(1, 100), report(2, 1000));
        look(report(1, 150), report(2, 1000));
        traffic.ended(report(1, 200));
        look(report(2, 1001));
        assertThat(traffic.of("g")).isEqualTo(new Traffic.Both(new Flow(1201, 120, 12), new Flow(2402, 0, 0)));
        assertThat(traffic.of("other").fromClient().octets()).isZero();
    }

    @Test
    void anEndToldBeforeAnOlderLookIsNotCountedTwice() {
        traffic.lookBegins();
        traffic.ended(report(1, 200));
        traffic.looked(List.of(report(1, 100), report(2, 5)));
        assertThat(octets()).isEqualTo(205);
        look(report(2, 6));
        traffic.ended(report(2, 7));
        assertThat(octets()).isEqualTo(207);
    }

    @Test
    void aTunnelThatIsGoneButNotYetToldOfIsStillInTheSum() {
        look(report(1, 100));
        look();
        assertThat(octets()).isEqualTo(100);
        traffic.ended(report(1, 120));
        assertThat(octets()).isEqualTo(120);
    }

    @Test
    void aThreadThatDoesNotSayInTimeIsWaitedForOnceAndNotAskedAgain() {
        Queue<CompletableFuture<List<TunnelReport>>> asked = new ArrayDeque<>();
        Look look = new Look(
                () -> {
                    CompletableFuture<List<TunnelReport>> open = new CompletableFuture<>();
                    asked.add(open);
                    return open;
                },
                traffic,
                Duration.ofMillis(20));
        assertThat(look.look()).isEmpty();
        assertThat(look.look()).isEmpty();
        assertThat(asked).hasSize(1);
        traffic.ended(report(1, 30));

        asked.remove().complete(List.of(report(1, 20), report(2, 1)));
        assertThat(octets()).isEqualTo(31);
        assertThat(look.look()).isEmpty();
        assertThat(asked).hasSize(1);
    }
}
