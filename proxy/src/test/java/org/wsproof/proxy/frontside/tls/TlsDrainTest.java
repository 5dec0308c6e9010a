package org.wsproof.proxy.frontside.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wsproof.proxy.Peer;
import org.wsproof.proxy.Rig;
import org.wsproof.proxy.config.tls.SslClientProfile.Protocol;

/** A drain as a client over TLS meets it. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class TlsDrainTest {
    private static final String GET = Rig.head("GET / HTTP/1.1", "Host: a");

    private TlsRig rig;

    @BeforeEach
    void start() throws Exception {
        rig = new TlsRig(TlsRig.Wanted.of(TlsRig.BOTH));
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    @ParameterizedTest
    @EnumSource(Protocol.class)
    void aKeptConnectionEndsWithACloseNotify(Protocol protocol) throws Exception {
        TlsRig.Client kept = rig.client(protocol);
        kept.peer().send(GET);
        Peer origin = rig.rig().accept();
        origin.readHead();
        origin.send(Rig.head("HTTP/1.1 200 OK", "Content-Length: 0"));
        kept.peer().readHead();

        rig.rig().gateway().drain();

        assertThat(kept.peer().readToEnd()).isEmpty();
        assertThat(kept.connection().ended()).isFalse();
    }

    @Test
    void aClientInItsTlsHandshakeDoesNotHoldItUp() throws Exception {
        Socket silent = rig.connection();
        // Behind it in the same queue: once this one is served, the silent one has been accepted.
        rig.client();

        long start = System.nanoTime();
        rig.rig().gateway().drain();

        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)).isLessThan(3000);
        assertThat(silent.getInputStream().read()).isNegative();
    }
}
