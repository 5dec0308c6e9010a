package org.wsproof.conformance.targets.file;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keys of one mapping, whose names are known. Each reading gives a checked value, or fails with {@code file:line: key: what it
 * is; what is allowed}.
 *
 * @param path of the mapping, to stand before a key; "" for the file's own keys
 */
record Keys(Path file, String path, Value mapping) {
    private static final Pattern ADDRESS = Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([^:\\[\\]]+)):([0-9]{1,5})");
    private static final Pattern TIME = Pattern.compile("([0-9]{1,6})(ms|s)");
    private static final int LAST_PORT = 65_535;
    private static final long MILLIS = 1000;

    /** @throws IOException if it is no mapping, or has another key than these */
    static Keys of(Path file, String path, Value value, List<String> allowed) throws IOException {
        Keys keys = new Keys(file, path, value);
        if (value.text().isPresent()) {
            throw keys.wrong(
                    "", "is \"" + value.text().get() + "\"; expected: keys (" + String.join(", ", allowed) + ")");
        }
        for (String key : value.keys().keySet()) {
            if (!allowed.contains(key)) {
                throw keys.wrong(key, "unknown key; allowed: " + String.join(", ", allowed));
            }
        }
        return keys;
    }

    boolean has(String key) {
        return mapping.keys().containsKey(key);
    }

    /** The mapping under a key. */
    Keys under(String key, List<String> allowed) throws IOException {
        Value value = mapping.keys().get(key);
        if (value == null) {
            throw wrong(key, "is missing; expected: keys (" + String.join(", ", allowed) + ")");
        }
        return of(file, name(key), value, allowed);
    }

    String text(String key, String allowed) throws IOException {
        return optional(key, allowed).orElseThrow(() -> wrong(key, "is missing; allowed: " + allowed));
    }

    Optional<String> optional(String key, String allowed) throws IOException {
        Value value = mapping.keys().get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value.text().filter(text -> !text.isBlank()).isEmpty()) {
            throw wrong(key, (value.keys().isEmpty() ? "has no value" : "has keys") + "; allowed: " + allowed);
        }
        return value.text();
    }

    /** One of a few. */
    <T> T choice(String key, Map<String, T> choices, T otherwise) throws IOException {
        String allowed = String.join(", ", choices.keySet().stream().sorted().toList());
        Optional<String> text = optional(key, allowed);
        if (text.isEmpty()) {
            return otherwise;
        }
        return Optional.ofNullable(choices.get(text.get())).orElseThrow(() -> refused(key, text.get(), allowed));
    }

    /** An address of this machine that can be listened on. */
    InetSocketAddress address(String key) throws IOException {
        String allowed = "HOST:PORT, 127.0.0.1:9000 say";
        String text = text(key, allowed);
        Matcher form = ADDRESS.matcher(text);
        if (!form.matches() || Integer.parseInt(form.group(3)) < 1 || Integer.parseInt(form.group(3)) > LAST_PORT) {
            throw refused(key, text, allowed);
        }
        String host = form.group(1) == null ? form.group(2) : form.group(1);
        InetSocketAddress address = new InetSocketAddress(host, Integer.parseInt(form.group(3)));
        if (address.isUnresolved()) {
            throw wrong(key, "the host name '" + host + "' is not known");
        }
        return address;
    }

    URI url(String key, String scheme) throws IOException {
        String allowed = scheme + "://HOST[:PORT][/PATH]";
        String text = text(key, allowed);
        try {
            URI url = new URI(text);
            if (scheme.equals(url.getScheme()) && url.getHost() != null && url.getFragment() == null) {
                return url.getRawPath().isEmpty() ? url.resolve("/") : url;
            }
        } catch (URISyntaxException e) {
            throw wrong(key, "is \"" + text + "\", which is no URL (" + e.getReason() + "); allowed: " + allowed);
        }
        throw refused(key, text, allowed);
    }

    /** A time with a unit, up to {@code most}. */
    Optional<Duration> time(String key, Duration most) throws IOException {
        String allowed = "1ms to " + most.toSeconds() + "s, in ms or s";
        Optional<String> text = optional(key, allowed);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher form = TIME.matcher(text.get());
        long millis =
                form.matches() ? Long.parseLong(form.group(1)) * (form.group(2).equals("s") ? MILLIS : 1) : 0;
        if (millis < 1 || millis > most.toMillis()) {
            throw refused(key, text.get(), allowed);
        }
        return Optional.of(Duration.ofMillis(millis));
    }

    IOException refused(String key, String text, String allowed) {
        return wrong(key, "is \"" + text + "\"; allowed: " + allowed);
    }

    /** A mistake in a key, in its absence, or, of no key, in the mapping itself. */
    IOException wrong(String key, String problem) {
        Value value = mapping.keys().getOrDefault(key, mapping);
        String name = name(key);
        return YamlValues.wrong(file, value.line(), name.isEmpty() ? problem : name + ": " + problem);
    }

    private String name(String key) {
        return path.isEmpty() || key.isEmpty() ? path + key : path + "." + key;
    }
}
