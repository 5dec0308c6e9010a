package org.wsproof.cli.describe;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where clients reach the gateway: a WebSocket URL (RFC 6455 §3) without a query.
 *
 * @param scheme {@code ws} or {@code wss}
 * @param authority a host, in brackets if it is an IPv6 address, and a port where it is not the scheme's own
 * @param path begins with a slash
 */
record PublicAddress(String scheme, String authority, String path) {
    static final String FORM = "wss://HOST[:PORT][/PATH] or ws://…, without a query";

    /** What can stand in a shell's and in JavaScript's single quotes: RFC 3986's path, without the quote and without braces. */
    private static final Pattern PARTS = Pattern.compile(
            "(wss?)://((?:[A-Za-z0-9._~-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?)(/[A-Za-z0-9._~%!$&()*+,;=:@/-]*)?");

    /** Empty if {@code text} is no such URL. */
    static Optional<PublicAddress> parse(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String path = Optional.ofNullable(parts.group(3)).orElse("/");
        return Optional.of(new PublicAddress(parts.group(1), parts.group(2), path));
    }

    /** The address without its path. */
    String server() {
        return scheme + "://" + authority;
    }

    @Override
    public String toString() {
        return server() + path;
    }
}
