package org.wsproof.sample.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Where the client connects to, and how.
 *
 * @param headers added to the opening handshake
 * @param subprotocols offered, in order of preference
 * @param insecure any certificate will do, for any host
 * @param timeout for the opening handshake, for each expectation and for the answer to a Close
 */
public record Destination(
        URI uri, Map<String, String> headers, List<String> subprotocols, boolean insecure, Duration timeout) {
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0a-\\x1f\\x7f]");
    private static final Map<String, Integer> PORTS = Map.of("ws", 80, "wss", 443);

    /** Takes copies. */
    public Destination {
        headers = Map.copyOf(headers);
        subprotocols = List.copyOf(subprotocols);
    }

    /**
     * Reads a URL (RFC 6455 §3).
     *
     * @throws ActionException if it is none, is not ws or wss, or has what the URL of a WebSocket can't have
     */
    public static URI uri(String text) throws ActionException {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw new ActionException("'" + text + "' is no URL: " + e.getReason());
        }
        String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        if (!PORTS.containsKey(scheme) || uri.getHost() == null) {
            throw new ActionException("'" + text + "' is no WebSocket URL: write ws://HOST:PORT/ or wss://HOST:PORT/");
        }
        if (uri.getRawFragment() != null) {
            throw new ActionException("'" + text + "': a WebSocket URL has no fragment (#)");
        }
        if (uri.getRawUserInfo() != null) {
            throw new ActionException("a user in the URL is not sent: use --header 'Authorization: Basic ...'");
        }
        // The library compares the scheme as it is written.
        return URI.create(scheme + text.substring(scheme.length()));
    }

    /**
     * Reads header fields, {@code Name: value} each; one that comes twice is joined to a list.
     *
     * @throws ActionException if one is no header field
     */
    public static Map<String, String> headers(List<String> lines) throws ActionException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : lines) {
            String[] parts = line.split(":", 2);
            if (parts.length != 2
                    || !TOKEN.matcher(parts[0]).matches()
                    || CONTROL.matcher(parts[1]).find()) {
                throw new ActionException("'" + line + "' is no header: write 'Name: value'");
            }
            String between = parts[0].equalsIgnoreCase("Cookie") ? "; " : ", ";
            headers.merge(parts[0], parts[1].strip(), (first, second) -> first + between + second);
        }
        return headers;
    }

    /** The Host of the opening handshake; the library leaves out 443 and 80 whatever the scheme. */
    String host() {
        boolean usual = uri.getPort() == -1 || PORTS.getOrDefault(uri.getScheme(), -1) == uri.getPort();
        return uri.getHost() + (usual ? "" : ":" + uri.getPort());
    }
}
