package org.wsproof.cli.demo.part2;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.wsproof.conformance.certificates.Certificates;

/**
 * Stands in for the tutorial's API {@code WebSocketaa}: over TLS, it answers 200 to who names the right client, else 401,
 * unless it is told to fail or to hang. It can be opened again after it was closed.
 */
final class AuthorizationApi implements Closeable {
    static final String FIELD = "X-IBM-Client-Id";
    static final String CLIENT_ID = "tutorial-client";
    static final String PATH = "/WebSocketaa";

    private final Certificates certificates;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Mood mood = Mood.CHECKS;
    /** Those that hang wait for it; a new one each time it opens. */
    private volatile CountDownLatch closing = new CountDownLatch(0);

    private Optional<Running> running = Optional.empty();

    /** What it does when it is asked. */
    enum Mood {
        CHECKS,
        FAILS,
        HANGS
    }

    private record Running(HttpsServer server, ExecutorService threads) {
        void stop() {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    AuthorizationApi(Certificates certificates) {
        this.certificates = certificates;
    }

    void open(InetSocketAddress address) throws IOException {
        HttpsServer server = HttpsServer.create(address, 0);
        ExecutorService threads = Executors.newCachedThreadPool();
        closing = new CountDownLatch(1);
        server.setHttpsConfigurator(new HttpsConfigurator(certificates.serverContext("valid")));
        server.setExecutor(threads);
        server.createContext(PATH, this::answer);
        server.start();
        running = Optional.of(new Running(server, threads));
    }

    /** From the next question on. */
    void becomes(Mood next) {
        mood = next;
    }

    /** How many questions it has had so far. */
    int asked() {
        return asked.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        try (exchange) {
            switch (mood) {
                case CHECKS -> check(exchange);
                case FAILS -> say(exchange, 500, "FAILURE");
                case HANGS -> closing.await();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void check(HttpExchange exchange) throws IOException {
        // A 401 needs one (RFC 9110 §15.5.2); it does no harm beside a 200.
        exchange.getResponseHeaders().set("WWW-Authenticate", "ApiKey");
        boolean known = CLIENT_ID.equals(exchange.getRequestHeaders().getFirst(FIELD));
        say(exchange, known ? 200 : 401, known ? "SUCCESS" : "UNAUTHORIZED");
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        byte[] octets = body.getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(status, octets.length);
        exchange.getResponseBody().write(octets);
    }

    /** Ends its connections, and listens no more. */
    @Override
    public void close() {
        closing.countDown();
        running.ifPresent(Running::stop);
        running = Optional.empty();
    }
}
