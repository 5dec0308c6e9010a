package org.wsproof.proxy.http;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Why a request gets no tunnel and no answer of the origin's; each says what the client is told. After it the connection closes. */
public sealed interface Refusal {
    /** The answer to give. */
    Answer answer();

    /** A kind of refusal in words, for metrics and log: {@code UrlTooLong} is url-too-long. */
    static String kind(Class<?> refusal) {
        return refusal.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /**
     * A refusal as it goes out, without the fields that frame it.
     *
     * @param fields those the status requires
     * @param body one line of text, plain ASCII, for people
     */
    record Answer(int status, String reason, Fields fields, String body) {}

    /** The request target is longer than the handler takes (RFC 9110 §15.5.15). */
    record UrlTooLong(int limit) implements Refusal {
        @Override
        public Answer answer() {
            return plain(414, "URI Too Long", "The URL is longer than " + limit + " octets.");
        }
    }

    /** More field lines than the handler takes (RFC 6585 §5). */
    record TooManyFields(int limit) implements Refusal {
        @Override
        public Answer answer() {
            return plain(431, "Request Header Fields Too Large", "More than " + limit + " header fields.");
        }
    }

    /** Larger field lines than the handler takes (RFC 6585 §5). */
    record FieldsTooLarge(int limit) implements Refusal {
        @Override
        public Answer answer() {
            return plain(431, "Request Header Fields Too Large", "Header fields of more than " + limit + " octets.");
        }
    }

    /** A head that HTTP or the opening handshake forbids (RFC 9110 §15.5.1, RFC 6455 §4.2.1). */
    record BadRequest(String why) implements Refusal {
        @Override
        public Answer answer() {
            return plain(400, "Bad Request", why);
        }
    }

    /** A transfer coding that is not ours (RFC 9112 §6.1). */
    record UnknownTransferCoding() implements Refusal {
        @Override
        public Answer answer() {
            return plain(501, "Not Implemented", "The only transfer coding known here is chunked.");
        }
    }

    /** A version of HTTP that is neither 1.0 nor 1.1, or 1.1 where only 1.0 is allowed (RFC 9110 §15.6.6). */
    record VersionNotSupported() implements Refusal {
        @Override
        public Answer answer() {
            return plain(505, "HTTP Version Not Supported", "This version of HTTP is not served here.");
        }
    }

    /** HTTP/1.0 where it is not allowed (RFC 9110 §15.5.22). */
    record Http10NotAllowed() implements Refusal {
        @Override
        public Answer answer() {
            Fields fields = Fields.of("Connection", "Upgrade", "Upgrade", "HTTP/1.1");
            return new Answer(426, "Upgrade Required", fields, "HTTP/1.1 is required here.");
        }
    }

    /** A method that is not allowed, for any request or for an opening handshake (RFC 9110 §15.5.6, RFC 6455 §4.2.1). */
    record MethodNotAllowed(Set<String> allowed) implements Refusal {
        @Override
        public Answer answer() {
            String methods = String.join(", ", allowed);
            return new Answer(405, "Method Not Allowed", Fields.of("Allow", methods), "Allowed here: " + methods + ".");
        }
    }

    /** A version of the WebSocket protocol other than 13 (RFC 6455 §4.2.2, RFC 9110 §7.8). */
    record WebSocketVersionNotSupported() implements Refusal {
        @Override
        public Answer answer() {
            Fields fields = Fields.of("Connection", "Upgrade", "Upgrade", "websocket", "Sec-WebSocket-Version", "13");
            return new Answer(426, "Upgrade Required", fields, "The WebSocket version served here is 13.");
        }
    }

    /** The gateway is about to stop, and takes nothing new (RFC 9110 §15.6.4). */
    record Draining() implements Refusal {
        @Override
        public Answer answer() {
            return plain(503, "Service Unavailable", "The gateway is stopping.");
        }
    }

    /** No connection to the backside, or none that its TLS client profile accepts (RFC 9110 §15.6.3). */
    record BacksideUnreachable() implements Refusal {
        @Override
        public Answer answer() {
            return plain(502, "Bad Gateway", "The backside can't be reached.");
        }
    }

    /** The backside answered with something that is no valid answer to what was asked (RFC 9110 §15.6.3). */
    record BacksideAnswerInvalid() implements Refusal {
        @Override
        public Answer answer() {
            return plain(502, "Bad Gateway", "The backside gave no valid answer.");
        }
    }

    /** The backside did not answer in time (RFC 9110 §15.6.5). */
    record BacksideSilent() implements Refusal {
        @Override
        public Answer answer() {
            return plain(504, "Gateway Timeout", "The backside did not answer in time.");
        }
    }

    /**
     * A policy wants to know who asks (RFC 9110 §15.5.2).
     *
     * @param challenges values of WWW-Authenticate
     */
    record Unauthorized(List<String> challenges) implements Refusal {
        public Unauthorized {
            challenges = List.copyOf(challenges);
        }

        @Override
        public Answer answer() {
            List<Field> fields = challenges.stream()
                    .map(challenge -> new Field("WWW-Authenticate", challenge))
                    .toList();
            return new Answer(401, "Unauthorized", new Fields(fields), "Credentials are required here.");
        }
    }

    /** A policy does not let this client in (RFC 9110 §15.5.4). */
    record Forbidden() implements Refusal {
        @Override
        public Answer answer() {
            return plain(403, "Forbidden", "This request is not allowed.");
        }
    }

    /**
     * The client asks too often, or has too many tunnels (RFC 6585 §4).
     *
     * @param retryAfter value of Retry-After; empty where nobody knows
     */
    record TooManyRequests(String retryAfter) implements Refusal {
        @Override
        public Answer answer() {
            Fields fields = retryAfter.isEmpty() ? Fields.of() : Fields.of("Retry-After", retryAfter);
            return new Answer(429, "Too Many Requests", fields, "Too many requests; try again later.");
        }
    }

    /** The gateway has as many tunnels as it may have (RFC 9110 §15.6.4). */
    record TooManyTunnels() implements Refusal {
        @Override
        public Answer answer() {
            return plain(503, "Service Unavailable", "There are too many tunnels at this time.");
        }
    }

    /** A policy does not let anybody in at this time (RFC 9110 §15.6.4). */
    record Unavailable() implements Refusal {
        @Override
        public Answer answer() {
            return plain(503, "Service Unavailable", "Not at this time; try again later.");
        }
    }

    /** A policy that can't say yes or no, or is not to say more than that it refuses (RFC 9110 §15.6.1). */
    record PolicyFailed() implements Refusal {
        @Override
        public Answer answer() {
            return plain(500, "Internal Server Error", "The gateway does not let this request in.");
        }
    }

    private static Answer plain(int status, String reason, String body) {
        return new Answer(status, reason, Fields.of(), body);
    }
}
