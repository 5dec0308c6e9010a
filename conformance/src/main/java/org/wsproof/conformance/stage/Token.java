package org.wsproof.conformance.stage;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wsproof.conformance.wire.Head;
import org.wsproof.conformance.wire.Original;

/**
 * How a request tells which run, case and endpoint it belongs to: cases run side by side through one target. An authority
 * finds it in what it is told of the client's request ({@link Original}).
 */
public enum Token {
    /** As the query parameter {@code wsproof}. */
    QUERY,
    /** As the last segment of the path. */
    PATH,
    /** As the field {@code Wsproof}. */
    HEADER;

    /** Who a request belongs to. */
    record Owner(long performance, String tag) {}

    private static final Pattern OWNER =
            Pattern.compile("wsproof(?:[=:/-]|%3[Dd])([0-9a-z]+)\\.([0-9]+)\\.([a-z0-9~-]*)");

    /** The request target for a tag. {@code base} is the frontside URL's own path and query. */
    String target(String base, String run, Owner owner) {
        String value = value(run, owner);
        return switch (this) {
            case QUERY -> base + (base.contains("?") ? "&" : "?") + "wsproof=" + value;
            case PATH -> base.replaceFirst("/?(\\?|$)", "/wsproof-" + value + "$1");
            case HEADER -> base;
        };
    }

    /** The field line, with its line end, that carries the tag; "" where the target does. */
    String fieldLine(String run, Owner owner) {
        return this == HEADER ? "Wsproof: wsproof=" + value(run, owner) + "\r\n" : "";
    }

    /** Whom a request belongs to; empty if it is none of this run's. */
    static Optional<Owner> owner(String run, Head request) {
        String told = Original.FIELDS.stream().map(request::joined).collect(Collectors.joining("\n"));
        Matcher matcher = OWNER.matcher(request.startLine() + "\n" + told + "\n" + request.joined("Wsproof"));
        while (matcher.find()) {
            if (matcher.group(1).equals(run)) {
                return Optional.of(new Owner(
                        Long.parseLong(matcher.group(2)), matcher.group(3).replace('~', '/')));
            }
        }
        return Optional.empty();
    }

    private static String value(String run, Owner owner) {
        return run + "." + owner.performance() + "." + owner.tag().replace('/', '~');
    }
}
