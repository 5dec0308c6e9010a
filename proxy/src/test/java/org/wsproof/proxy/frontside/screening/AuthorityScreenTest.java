package org.wsproof.proxy.frontside.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wsproof.proxy.backside.Backside;
import org.wsproof.proxy.config.BacksideUrl;
import org.wsproof.proxy.config.Forwarding;
import org.wsproof.proxy.config.Timers;
import org.wsproof.proxy.config.policy.AuthorizationUrl;
import org.wsproof.proxy.config.policy.AuthorizationUrl.RefusalStatus;
import org.wsproof.proxy.config.tls.SslClientProfile;
import org.wsproof.proxy.http.Arrival;
import org.wsproof.proxy.http.Fields;
import org.wsproof.proxy.http.RequestFields;
import org.wsproof.proxy.http.RequestHead;
import org.wsproof.proxy.policy.Asking;
import org.wsproof.proxy.policy.Verdict;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioIoThread;
import org.xnio.XnioWorker;

/** There is a bound to the questions under way; whichever way one ends, it does not count any more. */
@Timeout(60)
final class AuthorityScreenTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Asking ASKING = new Asking(
            new RequestHead("GET", "HTTP/1.1", "/", Fields.of()), new Arrival("192.0.2.7", false, "0123"), true);

    private XnioWorker worker;
    private XnioIoThread thread;

    /** Takes connections, and says nothing. */
    private ServerSocket silent;

    @BeforeEach
    void start() throws IOException {
        worker = Xnio.getInstance().createWorker(OptionMap.create(Options.WORKER_IO_THREADS, 1));
        thread = worker.getIoThread();
        silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        worker.shutdownNow();
        silent.close();
    }

    private AuthorityScreen screen(Duration timeout) {
        BacksideUrl place = new BacksideUrl(false, "127.0.0.1", silent.getLocalPort());
        return new AuthorityScreen(
                new AuthorizationUrl(place, "/", timeout, RefusalStatus.PROPAGATE, SslClientProfile.validating()),
                new RequestFields(Forwarding.defaults(), place),
                new Backside(place, Timers.defaults(), Optional.empty(), Runnable::run));
    }

    /** Waits for its verdict until it gives up. */
    private static final class Client implements Screen.Later {
        private final CountDownLatch told;
        private final List<Runnable> endings = new ArrayList<>();

        Client(CountDownLatch told) {
            this.told = told;
        }

        @Override
        public void told(Verdict verdict) {
            told.countDown();
        }

        @Override
        public void whenGivenUp(Runnable task) {
            endings.add(task);
        }

        void leave() {
            endings.forEach(Runnable::run);
        }
    }

    /** As many as may be asked at once. */
    private List<Client> askAll(AuthorityScreen screen, CountDownLatch told) throws Exception {
        List<Client> clients = new ArrayList<>();
        onThread(() -> {
            for (int i = 0; i < AuthorityScreen.MOST_UNDER_WAY; i++) {
                Client client = new Client(told);
                assertThat(screen.begin(ASKING, thread, client)).isEmpty();
                clients.add(client);
            }
        });
        return clients;
    }

    private void onThread(Runnable task) throws Exception {
        CompletableFuture.runAsync(task, thread).get(20, TimeUnit.SECONDS);
    }

    private static CountDownLatch all() {
        return new CountDownLatch(AuthorityScreen.MOST_UNDER_WAY);
    }

    /** All that there are may be asked again, and not one more. */
    private void requireAllFree(AuthorityScreen screen) throws Exception {
        askAll(screen, all());
        onThread(() ->
                assertThat(screen.begin(ASKING, thread, new Client(all()))).isPresent());
    }

    @Test
    void thoseOfClientsThatLeaveCountNoMore() throws Exception {
        AuthorityScreen screen = screen(LONG);
        List<Client> clients = askAll(screen, all());
        onThread(() -> clients.forEach(Client::leave));
        requireAllFree(screen);
    }

    @Test
    void thoseThatTakeTooLongCountNoMore() throws Exception {
        AuthorityScreen screen = screen(Duration.ofMillis(1500));
        CountDownLatch told = all();
        List<Client> clients = askAll(screen, told);
        assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
        onThread(() -> clients.forEach(Client::leave));
        requireAllFree(screen);
    }

    @Test
    void thoseThatReachNobodyCountNoMore() throws Exception {
        AuthorityScreen screen = screen(LONG);
        silent.close();
        CountDownLatch told = all();
        List<Client> clients = askAll(screen, told);
        assertThat(told.await(20, TimeUnit.SECONDS)).isTrue();
        onThread(() -> clients.forEach(Client::leave));
        try (ServerSocket again = new ServerSocket(silent.getLocalPort(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(again.isBound()).isTrue();
            requireAllFree(screen);
        }
    }
}
