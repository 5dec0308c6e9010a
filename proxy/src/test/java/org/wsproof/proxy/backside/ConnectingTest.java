package org.wsproof.proxy.backside;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wsproof.proxy.config.BacksideUrl;
import org.wsproof.proxy.config.Timers;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioIoThread;
import org.xnio.XnioWorker;

final class ConnectingTest {
    private XnioWorker worker;

    @BeforeEach
    void start() throws Exception {
        worker = Xnio.getInstance().createWorker(OptionMap.create(Options.WORKER_IO_THREADS, 1));
    }

    @AfterEach
    void stop() {
        worker.shutdownNow();
    }

    @Test
    void aResolverThatHangsIsGivenUpAfterTheConnectTimeout() throws Exception {
        CompletableFuture<String> outcome = new CompletableFuture<>();
        XnioIoThread thread = worker.getIoThread();
        BacksideUrl url = new BacksideUrl(false, "origin.example", 80);
        Timers defaults = Timers.defaults();
        Timers timers = new Timers(
                Duration.ofMillis(100),
                defaults.handshake(),
                defaults.halfOpen(),
                defaults.stalledWrite(),
                defaults.drainGrace());
        Backside backside = new Backside(url, timers, Optional.empty(), task -> {});
        Connecting connecting = new Connecting(thread, backside, new Connecting.Listener() {
            @Override
            public void connected(StreamConnection connection) {
                outcome.complete("connected");
            }

            @Override
            public void unreachable(String reason) {
                outcome.complete(reason);
            }
        });
        thread.execute(connecting::start);
        assertThat(outcome.get(10, TimeUnit.SECONDS)).isEqualTo("origin.example not resolved within 100 ms");
    }

    @Test
    void onlyATrueAddressIsTakenForOne() {
        for (String host : new String[] {"127.0.0.1", "255.255.255.255", "::1"}) {
            assertThat(new BacksideUrl(false, host, 80).isAddress()).as(host).isTrue();
        }
        for (String host : new String[] {"1.2.3.4.5", "999.1.1.1", "1.2.3", "01.2.3.4", "a.b.c.d"}) {
            assertThat(new BacksideUrl(false, host, 80).isAddress()).as(host).isFalse();
        }
    }
}
