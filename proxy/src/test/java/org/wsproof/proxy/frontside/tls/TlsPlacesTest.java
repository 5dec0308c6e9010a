package org.wsproof.proxy.frontside.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wsproof.proxy.Peer;
import org.wsproof.proxy.Rig;
import org.wsproof.proxy.config.policy.Policies;
import org.wsproof.proxy.config.policy.TunnelLimits;

/** The place of a tunnel whose client came over TLS. */
@Timeout(30)
final class TlsPlacesTest {
    private static final Policies ONE = new Policies(
            Optional.empty(), Optional.empty(), List.of(), List.of(), Optional.empty(), new TunnelLimits(1, 1));

    @ParameterizedTest
    @EnumSource(TlsRig.Leave.class)
    void isFreeAgainHoweverTheClientLeaves(TlsRig.Leave leave) throws Exception {
        try (TlsRig tls = new TlsRig(TlsRig.Wanted.of(TlsRig.BOTH), ONE)) {
            TlsRig.Client client = tls.client();
            Peer origin = tls.rig().tunnel(client.peer()).origin();
            assertThat(tls.client().peer().send(Rig.REQUEST).readHead()).startsWith("HTTP/1.1 503 ");
            leave.from(client);
            assertThat(origin.seesEnd()).isTrue();
            origin.close();

            long due = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            // Long enough for a busy machine: what is admitted behind it is taken for refused, and answers nothing.
            tls.rig().origin().setSoTimeout(1_000);
            boolean admitted = false;
            while (!admitted && System.nanoTime() < due) {
                Peer next = tls.client().peer().send(Rig.REQUEST);
                try {
                    tls.rig().accept();
                    admitted = true;
                } catch (SocketTimeoutException stillTaken) {
                    assertThat(next.readHead()).startsWith("HTTP/1.1 503 ");
                }
            }
            assertThat(admitted).isTrue();
        }
    }
}
