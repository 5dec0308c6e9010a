package org.wsproof.proxy.frontside;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import org.wsproof.proxy.backside.Outcome;
import org.wsproof.proxy.http.Field;
import org.wsproof.proxy.http.Refusal;
import org.wsproof.proxy.policy.Verdict;
import org.wsproof.proxy.tunnel.StalledWrite;

/** Gives a refusal to the client; the connection closes after it. */
final class RefusalAnswer {
    private RefusalAnswer() {}

    /** Says in the log why the backside gave no answer, and to the client only that. */
    static void send(HttpServerExchange exchange, Outcome.Failed failed, RequestEntry.Way way) {
        Refusal refusal = refusal(failed.cause());
        way.log().failed(exchange, failed, refusal);
        send(exchange, refusal, way);
    }

    /** Says in the log why a policy denies the request, and to the client no more than the refusal does. */
    static void send(HttpServerExchange exchange, Verdict.Denied denied, RequestEntry.Way way) {
        way.log().denied(exchange, denied);
        send(exchange, denied.refusal(), way);
    }

    private static Refusal refusal(Outcome.Cause cause) {
        return switch (cause) {
            case UNREACHABLE, TLS -> new Refusal.BacksideUnreachable();
            case INVALID_ANSWER -> new Refusal.BacksideAnswerInvalid();
            case TIMEOUT -> new Refusal.BacksideSilent();
        };
    }

    /** A client that takes nothing of it for the stalled-write timeout loses its connection. */
    static void send(HttpServerExchange exchange, Refusal refusal, RequestEntry.Way way) {
        way.listener().refused(way.terms().gateway(), refusal);
        Refusal.Answer answer = refusal.answer();
        exchange.setStatusCode(answer.status());
        exchange.setReasonPhrase(answer.reason());
        for (Field field : answer.fields().lines()) {
            exchange.getResponseHeaders().add(new HttpString(field.name()), field.value());
        }
        closeAfter(exchange);
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain; charset=us-ascii");
        StalledWrite stalled =
                new StalledWrite(exchange.getIoThread(), way.backside().stalledWrite(), exchange.getConnection());
        exchange.addExchangeCompleteListener((completed, next) -> {
            stalled.taken();
            next.proceed();
        });
        stalled.waits();
        exchange.getResponseSender().send(answer.body() + "\n");
    }

    /** Undertow puts a bare {@code close} in place of any other option, so where there is one it hears of the end last. */
    private static void closeAfter(HttpServerExchange exchange) {
        String option = exchange.getResponseHeaders().getFirst(Headers.CONNECTION);
        if (option == null || exchange.isHttp10()) {
            exchange.setPersistent(false);
            return;
        }
        exchange.getResponseHeaders().put(Headers.CONNECTION, "close, " + option);
        exchange.setPersistent(true);
        exchange.addExchangeCompleteListener((completed, next) -> {
            completed.setPersistent(false);
            next.proceed();
        });
    }
}
