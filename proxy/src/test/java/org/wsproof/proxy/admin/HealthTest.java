package org.wsproof.proxy.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wsproof.proxy.config.admin.AdminListener;

@Timeout(30)
final class HealthTest {
    private static final Page.Question PLAIN = new Page.Question("", "");
    private static final Duration SOON = Duration.ofMillis(50);

    @Test
    void aThreadThatDoesNotGetToItsTasksIsNamed() {
        Map<String, Executor> threads = Map.of("busy", task -> {}, "free", Runnable::run);
        assertThat(new Health(threads, SOON).answer(PLAIN))
                .isEqualTo(Answer.text(503, "no response within 50 ms of busy"));
    }

    @Test
    void aThreadThatStopsInGoodOrderIsNotStuck() {
        Executor stopped = task -> {
            throw new RejectedExecutionException("stopped");
        };
        assertThat(new Health(Map.of("stopped", stopped), SOON).answer(PLAIN)).isEqualTo(Answer.text(200, "ok"));
    }

    @Test
    void onlyAReadyGatewayIsReady() throws Exception {
        AtomicReference<Readiness> readiness = new AtomicReference<>(Readiness.STARTING);
        Admin.Sources sources =
                new Admin.Sources(Map.of(), readiness::get, () -> CompletableFuture.completedFuture(List.of()));
        try (AdminServer server = new Admin(List.of()).listen(new AdminListener("127.0.0.1", 0), sources)) {
            Outside outside = new Outside(server.port());
            for (Readiness each : Readiness.values()) {
                readiness.set(each);
                assertThat(outside.get("/health/ready"))
                        .returns(each == Readiness.READY ? 200 : 503, HttpResponse::statusCode)
                        .returns(each.word() + "\n", HttpResponse::body);
                assertThat(outside.get("/health/live").statusCode()).isEqualTo(200);
            }
        }
    }
}
