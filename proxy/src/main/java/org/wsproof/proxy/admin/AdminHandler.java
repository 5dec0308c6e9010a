package org.wsproof.proxy.admin;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wsproof.proxy.tunnel.StalledWrite;
import org.xnio.IoUtils;

/** Finds the page for a request. Whatever it is, no cache keeps it: it is true only now. */
final class AdminHandler implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(AdminHandler.class);

    private final Map<String, Page> pages;
    private final KnownHosts hosts;
    private final Duration patience;

    /** @param patience how long a client may take to take its answer */
    AdminHandler(Map<String, Page> pages, KnownHosts hosts, Duration patience) {
        this.pages = Map.copyOf(pages);
        this.hosts = hosts;
        this.patience = patience;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        Page page = pages.get(exchange.getRequestPath());
        String method = exchange.getRequestMethod().toString();
        @Nullable HeaderValues named = exchange.getRequestHeaders().get(Headers.HOST);
        if (named != null && !hosts.know(named)) {
            send(exchange, Answer.text(421, "This listens on loopback, and answers to no other host's name."));
        } else if (page == null) {
            send(exchange, Answer.text(404, "Nothing is here; there is: " + String.join(", ", known())));
        } else if (!method.equals("GET") && !method.equals("HEAD")) {
            exchange.getResponseHeaders().put(Headers.ALLOW, "GET, HEAD");
            send(exchange, Answer.text(405, "Allowed here: GET, HEAD."));
        } else {
            exchange.dispatch(() -> send(exchange, answer(page, exchange)));
        }
    }

    private Iterable<String> known() {
        return pages.keySet().stream().sorted().toList();
    }

    private static Answer answer(Page page, HttpServerExchange exchange) {
        @Nullable HeaderValues accept = exchange.getRequestHeaders().get(Headers.ACCEPT);
        try {
            return page.answer(
                    new Page.Question(exchange.getQueryString(), accept == null ? "" : String.join(",", accept)));
        } catch (RuntimeException fault) {
            LOG.error("{} cannot be shown", exchange.getRequestPath(), fault);
            return Answer.text(500, "This cannot be shown; the log has the reason.");
        }
    }

    /** Who does not take it loses the connection, and the octets that wait. */
    private void send(HttpServerExchange exchange, Answer answer) {
        StalledWrite stalled = new StalledWrite(exchange.getIoThread(), patience, exchange.getConnection());
        soon(exchange, stalled::waits);
        exchange.addExchangeCompleteListener((completed, next) -> {
            soon(completed, stalled::taken);
            next.proceed();
        });
        exchange.setStatusCode(answer.status());
        exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, answer.contentType());
        exchange.getResponseHeaders().put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
        exchange.getResponseSender().send(answer.body());
    }

    private static void soon(HttpServerExchange exchange, Runnable task) {
        try {
            exchange.getIoThread().execute(task);
        } catch (RejectedExecutionException stopping) {
            IoUtils.safeClose(exchange.getConnection());
        }
    }
}
