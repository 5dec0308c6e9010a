package org.wsproof.proxy.frontside;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderValues;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.wsproof.proxy.http.Arrival;
import org.wsproof.proxy.http.Field;
import org.wsproof.proxy.http.Fields;
import org.wsproof.proxy.http.RequestHead;

/** A request as Undertow read it, in the gateway's own words. */
record ReceivedRequest(RequestHead head, Arrival arrival) {
    static ReceivedRequest of(HttpServerExchange exchange) {
        List<Field> fields = new ArrayList<>();
        for (HeaderValues values : exchange.getRequestHeaders()) {
            for (String value : values) {
                fields.add(new Field(values.getHeaderName().toString(), value));
            }
        }
        String query = exchange.getQueryString();
        String target = query.isEmpty() ? exchange.getRequestURI() : exchange.getRequestURI() + "?" + query;
        RequestHead head = new RequestHead(
                exchange.getRequestMethod().toString(), exchange.getProtocol().toString(), target, new Fields(fields));
        // Not the scheme: a client can write any into an absolute-form target.
        boolean tls = exchange.getConnection().getSslSessionInfo() != null;
        InetAddress client = exchange.getSourceAddress().getAddress();
        return new ReceivedRequest(head, new Arrival(text(client), tls, transactionId()));
    }

    /** Without the zone of a link-local address, which means nothing to others. */
    private static String text(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }

    /** To tell requests apart in logs; no secret. */
    private static String transactionId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
    }
}
