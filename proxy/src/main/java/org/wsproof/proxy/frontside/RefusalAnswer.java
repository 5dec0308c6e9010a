package org.wsproof.proxy.frontside;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import org.wsproof.proxy.http.Field;
import org.wsproof.proxy.http.Refusal;

/** Gives a refusal to the client; the connection closes after it. */
final class RefusalAnswer {
    private RefusalAnswer() {}

    static void send(HttpServerExchange exchange, Refusal refusal) {
        Refusal.Answer answer = refusal.answer();
        exchange.setPersistent(false);
        exchange.setStatusCode(answer.status());
        exchange.setReasonPhrase(answer.reason());
        for (Field field : answer.fields().lines()) {
            exchange.getResponseHeaders().add(new HttpString(field.name()), field.value());
        }
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain; charset=us-ascii");
        exchange.getResponseSender().send(answer.body() + "\n");
    }
}
