package org.wsproof.proxy.frontside;

import io.undertow.server.HttpServerExchange;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.wsproof.proxy.backside.Outcome;
import org.wsproof.proxy.http.Refusal;
import org.wsproof.proxy.log.BoundedLog;
import org.wsproof.proxy.log.OneLine;
import org.wsproof.proxy.policy.Verdict;

/** Says in the log why a request is refused or has half an answer, where the client is not told; without its credentials. Thread-safe. */
public final class RefusalLog {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);

    /** Scheme, userinfo and host of an absolute-form. */
    private static final Pattern ORIGIN = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*://[^/?]*");

    /** Where servers of old keep session ids (RFC 3986 §3.3). */
    private static final Pattern PARAMETERS = Pattern.compile(";[^/]*");

    /** Or who is refused could write so long a path that the log says neither who it was, nor why. */
    private static final int MOST_OF_A_PATH = 200;

    private final BoundedLog lines = new BoundedLog(LOG);

    /** Lines of one kind share their room in the log: a backside that is down hides no other gateway's. */
    record Kind(Refusal told, String gateway) {
        private String words() {
            return Refusal.kind(told.getClass()) + " at " + gateway;
        }
    }

    /** The backside gave no answer to relay. */
    void failed(HttpServerExchange exchange, Outcome.Failed failed, Kind kind) {
        write(Level.WARN, kind, request(exchange) + " refused: " + failed.reason());
    }

    /** A policy denies the request. */
    void denied(HttpServerExchange exchange, Verdict.Denied denied, String gateway) {
        String client = exchange.getSourceAddress().getAddress().getHostAddress();
        Kind kind = new Kind(denied.refusal(), gateway);
        write(Level.INFO, kind, request(exchange) + " of " + client + " refused: " + denied.reason());
    }

    /** An answer ended in its midst, by the origin's doing or the client's: to the client that is the end of its connection. */
    void brokeOff(HttpServerExchange exchange, String reason) {
        write(Level.WARN, "answer broke off", request(exchange) + ": its answer broke off: " + reason);
    }

    private void write(Level level, Kind kind, String line) {
        write(level, kind.words(), line);
    }

    private void write(Level level, String kind, String line) {
        lines.log(level, kind, "{}", OneLine.of(line));
    }

    /** The path alone: what stands before it and behind it may let somebody in. */
    private static String request(HttpServerExchange exchange) {
        String path = ORIGIN.matcher(exchange.getRequestURI()).replaceFirst("");
        String shown = PARAMETERS.matcher(path).replaceAll(";...");
        return exchange.getRequestMethod() + " " + OneLine.of(shown, MOST_OF_A_PATH);
    }
}
