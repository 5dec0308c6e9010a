package org.wsproof.proxy.http;

/**
 * A request's head as it came.
 *
 * @param method case kept (RFC 9110 §9.1)
 * @param protocol such as {@code HTTP/1.1}
 * @param target the raw request target, octet for octet, in whichever form it came (RFC 9112 §3.2)
 */
public record RequestHead(String method, String protocol, String target, Fields fields) {
    /** Method and version, without what may let somebody in: this is what a log would show. */
    @Override
    public String toString() {
        return "RequestHead[" + method + " " + protocol + " " + fields + "]";
    }

    public boolean isHttp11() {
        return protocol.equals("HTTP/1.1");
    }

    public boolean isHttp10() {
        return protocol.equals("HTTP/1.0");
    }

    /** What the request line says to an origin server: path and query of an absolute-form, all else unchanged (RFC 9112 §3.2). */
    public String originForm() {
        if (target.startsWith("/") || !target.contains("://")) {
            return target;
        }
        int authority = target.indexOf("://") + 3;
        int path = authority;
        while (path < target.length() && target.charAt(path) != '/' && target.charAt(path) != '?') {
            path++;
        }
        String rest = target.substring(path);
        if (rest.isEmpty()) {
            return method.equals("OPTIONS") ? "*" : "/";
        }
        return rest.startsWith("/") ? rest : "/" + rest;
    }

    /** Whether content follows the head (RFC 9112 §6.3); {@code Content-Length: 0} says that none does. */
    public boolean hasBody() {
        return fields.has("Transfer-Encoding")
                || fields.values("Content-Length").stream().anyMatch(length -> !length.matches("0+"));
    }

    /** Whether the client asks to switch to a WebSocket: both fields must say so (RFC 6455 §4.1, RFC 9110 §7.8). */
    public boolean asksForWebSocket() {
        return fields.tokens("Connection").contains("upgrade")
                && fields.tokens("Upgrade").contains("websocket");
    }
}
