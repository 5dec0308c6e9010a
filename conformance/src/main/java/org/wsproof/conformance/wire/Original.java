package org.wsproof.conformance.wire;

import java.util.List;
import java.util.Optional;

/**
 * What an authorization server is told of the client's request, in any of the ways in use: {@code X-Original-URI} and
 * {@code X-Original-Method} (nginx's {@code auth_request}), {@code X-Original-URL} (a whole URL), {@code X-Forwarded-Uri}
 * and {@code X-Forwarded-Method}; where there is none of them, the question's own request line.
 */
public record Original(String method, String target) {
    /** Fields that carry the client's request target. */
    public static final List<String> TARGETS = List.of("X-Original-URI", "X-Original-URL", "X-Forwarded-Uri");

    private static final List<String> METHODS = List.of("X-Original-Method", "X-Forwarded-Method");

    public static Original of(Head question) {
        String target = first(question, TARGETS).orElse(question.word(1)).replaceFirst("^[a-z]+://[^/]*", "");
        return new Original(first(question, METHODS).orElse(question.word(0)), target);
    }

    private static Optional<String> first(Head question, List<String> names) {
        return names.stream()
                .map(question::joined)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
