package org.wsproof.conformance.wire;

import java.util.List;

/**
 * The client's request target as an authorization server is told of it, in any of the ways in use: {@code X-Original-URI}
 * (nginx's {@code auth_request}), {@code X-Original-URL} (a whole URL), {@code X-Forwarded-Uri}; where there is none of
 * them, the question's own request target.
 */
public final class Original {
    /** Fields that carry the client's request target. */
    public static final List<String> FIELDS = List.of("X-Original-URI", "X-Original-URL", "X-Forwarded-Uri");

    private Original() {}

    public static String target(Head question) {
        return FIELDS.stream()
                .map(question::joined)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse(question.word(1))
                .replaceFirst("^[a-z]+://[^/]*", "");
    }
}
