package org.wsproof.proxy.admin;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the page for a request. Whatever it is, no cache keeps it: it is true only now. */
final class AdminHandler implements HttpHandler {
    private static final Logger LOG = LoggerFactory.getLogger(AdminHandler.class);

    private final Map<String, Page> pages;

    AdminHandler(Map<String, Page> pages) {
        this.pages = Map.copyOf(pages);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        Page page = pages.get(exchange.getRequestPath());
        String method = exchange.getRequestMethod().toString();
        if (page == null) {
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

    private static void send(HttpServerExchange exchange, Answer answer) {
        exchange.setStatusCode(answer.status());
        exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, answer.contentType());
        exchange.getResponseHeaders().put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
        exchange.getResponseSender().send(answer.body());
    }
}
