package org.wsproof.proxy.frontside.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wsproof.proxy.config.policy.LogicUse;
import org.wsproof.proxy.http.Arrival;
import org.wsproof.proxy.http.Fields;
import org.wsproof.proxy.http.RequestHead;
import org.wsproof.proxy.policy.Asking;
import org.wsproof.proxy.policy.Verdict;
import org.wsproof.proxy.policy.logic.AdditionalLogic;
import org.wsproof.proxy.policy.logic.Decision;
import org.wsproof.proxy.policy.logic.LogicQuestion;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioIoThread;
import org.xnio.XnioWorker;

/** Room for questions that wait for a thread is bounded; nobody who has gone keeps it. */
@Timeout(30)
final class LogicScreenTest {
    private static final int ROOM = 3;
    private static final Asking ASKING = new Asking(
            new RequestHead("GET", "HTTP/1.1", "/", Fields.of()), new Arrival("192.0.2.7", false, "0123"), true);

    private final CountDownLatch stuck = new CountDownLatch(1);
    private final CountDownLatch end = new CountDownLatch(1);
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(ROOM));
    private XnioWorker worker;
    private XnioIoThread thread;

    /** Its thread is taken, and no interrupt gives it back. */
    private final class Deaf implements AdditionalLogic {
        @Override
        public String name() {
            return "deaf";
        }

        @Override
        public Decision decide(LogicQuestion question) {
            stuck.countDown();
            while (end.getCount() > 0) {
                Thread.onSpinWait();
            }
            return new Decision.Allow();
        }
    }

    private static final class Client implements Screen.Later {
        private final CountDownLatch told = new CountDownLatch(1);
        private final List<Runnable> endings = new ArrayList<>();

        @Override
        public void told(Verdict verdict) {
            told.countDown();
        }

        @Override
        public void whenGivenUp(Runnable task) {
            endings.add(task);
        }
    }

    @BeforeEach
    void start() throws IOException {
        worker = Xnio.getInstance().createWorker(OptionMap.create(Options.WORKER_IO_THREADS, 1));
        thread = worker.getIoThread();
    }

    @AfterEach
    void stop() {
        end.countDown();
        threads.shutdownNow();
        worker.shutdownNow();
    }

    private void onThread(Runnable task) throws Exception {
        CompletableFuture.runAsync(task, thread).get(20, TimeUnit.SECONDS);
    }

    private List<Client> fill(LogicScreen screen) throws Exception {
        List<Client> clients = new ArrayList<>();
        onThread(() -> {
            for (int i = 0; i < ROOM; i++) {
                Client client = new Client();
                assertThat(screen.begin(ASKING, thread, client)).isEmpty();
                clients.add(client);
            }
            assertThatThrownBy(() -> screen.begin(ASKING, thread, new Client()))
                    .isInstanceOf(RejectedExecutionException.class);
        });
        return clients;
    }

    private LogicScreen taken(Duration timeout) throws Exception {
        LogicScreen screen = new LogicScreen(new LogicUse(new Deaf(), Map.of(), timeout), threads);
        onThread(() -> assertThat(screen.begin(ASKING, thread, new Client())).isEmpty());
        stuck.await();
        return screen;
    }

    @Test
    void clientsThatLeaveMakeRoomThoughEveryThreadHangs() throws Exception {
        LogicScreen screen = taken(Duration.ofSeconds(30));
        List<Client> clients = fill(screen);
        onThread(() -> clients.forEach(client -> client.endings.forEach(Runnable::run)));
        fill(screen);
    }

    @Test
    void thoseWhoseTimeIsOverMakeRoomToo() throws Exception {
        LogicScreen screen = taken(Duration.ofMillis(500));
        for (Client client : fill(screen)) {
            client.told.await();
        }
        fill(screen);
    }
}
