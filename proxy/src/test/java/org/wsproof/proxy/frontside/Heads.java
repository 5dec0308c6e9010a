package org.wsproof.proxy.frontside;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wsproof.proxy.config.AllowedFeatures;
import org.wsproof.proxy.config.HttpHandler;
import org.wsproof.proxy.http.Field;
import org.wsproof.proxy.http.Fields;
import org.wsproof.proxy.http.RequestHead;

/** Request heads for tests, each a sound one but for what the test says. */
final class Heads {
    static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

    private Heads() {}

    /** The opening handshake of RFC 6455 §1.3. */
    static RequestHead handshake() {
        return new RequestHead(
                "GET",
                "HTTP/1.1",
                "/chat",
                Fields.of(
                        "Host", "server.example.com",
                        "Upgrade", "websocket",
                        "Connection", "Upgrade",
                        "Sec-WebSocket-Key", KEY,
                        "Sec-WebSocket-Version", "13"));
    }

    /** A request with a Host and these fields; {@code start} is its request line. */
    static RequestHead request(String start, String... fields) {
        String[] parts = start.split(" ", -1);
        List<Field> lines = new ArrayList<>(List.of(new Field("Host", "h")));
        lines.addAll(Fields.of(fields).lines());
        return new RequestHead(parts[0], parts[2], parts[1], new Fields(lines));
    }

    /** The same head with another request line. */
    static RequestHead starting(String start, RequestHead head) {
        String[] parts = start.split(" ", -1);
        return new RequestHead(parts[0], parts[2], parts[1], head.fields());
    }

    static RequestHead with(RequestHead head, String name, String value) {
        List<Field> lines = new ArrayList<>(head.fields().lines());
        lines.add(new Field(name, value));
        return new RequestHead(head.method(), head.protocol(), head.target(), new Fields(lines));
    }

    static RequestHead without(RequestHead head, String name) {
        List<Field> lines = new ArrayList<>(head.fields().lines());
        lines.removeIf(field -> field.is(name));
        return new RequestHead(head.method(), head.protocol(), head.target(), new Fields(lines));
    }

    static RequestHead replacing(RequestHead head, String name, String value) {
        return with(without(head, name), name, value);
    }

    /** A handler with small limits: 200 octets of fields, 8 of them, 40 octets of URL. */
    static HttpHandler handler(AllowedFeatures features, boolean upgrade) {
        return new HttpHandler(
                "h", "127.0.0.1", 0, features, upgrade, Duration.ZERO, Duration.ZERO, 200, 8, 40, Optional.empty());
    }

    /** The tutorial's handler with the largest limits there are. */
    static HttpHandler largest() {
        return new HttpHandler(
                "h",
                "127.0.0.1",
                0,
                AllowedFeatures.tutorial(),
                true,
                Duration.ZERO,
                Duration.ZERO,
                128_000,
                0,
                128_000,
                Optional.empty());
    }
}
