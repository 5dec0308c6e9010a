package org.wsproof.proxy.config;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wsproof.proxy.config.tls.SslServerProfile;
import org.wsproof.proxy.config.yaml.ConfigurationException;
import org.wsproof.proxy.config.yaml.Section;

/** Reads one {@code http} or {@code https} front side handler. */
final class HandlerReader {
    private static final List<String> KEYS = List.of(
            "name",
            "address",
            "port",
            "allowed-methods-and-versions",
            "allow-websocket-upgrade",
            "websocket-idle-timeout",
            "header-timeout",
            "max-header-bytes",
            "max-header-count",
            "max-url-bytes");

    private static final List<String> HTTPS_KEYS =
            Stream.concat(KEYS.stream(), ServerProfileReader.KEYS.stream()).toList();
    private static final String HTTPS = "https";

    private static final String FEATURES = "allowed-methods-and-versions";
    private static final String UPGRADE = "allow-websocket-upgrade";
    private static final String QUERY = "URL with ?";
    private static final Set<String> LABELS = labels();
    private static final String ALLOWED = "get-only, tutorial, or a list of " + String.join(", ", LABELS);
    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Za-z._:%-]+");

    private final Section section;

    private HandlerReader(Section section) {
        this.section = section;
    }

    /**
     * The handler that an entry of {@code front-side-handlers} holds, unread.
     *
     * @param tls whether it is one for HTTPS
     */
    record Unread(Section section, boolean tls) {
        HttpHandler read() throws ConfigurationException {
            HandlerReader reader = new HandlerReader(section);
            return tls
                    ? reader.handler(443, Optional.of(ServerProfileReader.read(section)))
                    : reader.handler(80, Optional.empty());
        }
    }

    static Unread unread(Section entry) throws ConfigurationException {
        if (!entry.has(HTTPS)) {
            return new Unread(entry.section("http", KEYS), false);
        }
        if (entry.has("http")) {
            throw entry.wrong(HTTPS, "stands beside http; allowed: one of the two in an entry");
        }
        return new Unread(entry.section(HTTPS, HTTPS_KEYS), true);
    }

    private HttpHandler handler(int port, Optional<SslServerProfile> tls) throws ConfigurationException {
        AllowedFeatures features = features();
        return new HttpHandler(
                section.required("name", "a name of your choice"),
                address(),
                section.number("port", new Section.Bounds(1, 65_535, ""), port),
                features,
                upgrade(features),
                section.duration(
                        "websocket-idle-timeout", new Section.Times(Section.DAY, "is off"), Duration.ofSeconds(60)),
                section.duration(
                        "header-timeout", new Section.Times(Duration.ofHours(1), "is off"), Duration.ofSeconds(30)),
                section.number("max-header-bytes", new Section.Bounds(5, 128_000, ""), 128_000),
                section.number("max-header-count", new Section.Bounds(0, 1_000, " (0 is no limit)"), 200),
                section.number("max-url-bytes", new Section.Bounds(1, 128_000, ""), 16_384),
                tls);
    }

    private String address() throws ConfigurationException {
        String allowed = "an IP address or a host name of this machine";
        String address = section.text("address", allowed, "0.0.0.0");
        if (!ADDRESS.matcher(address).matches()) {
            throw section.refused("address", address, allowed);
        }
        return address;
    }

    /** DataPower's own rule: an upgrade is a GET of HTTP/1.1, so a handler that allows the one allows the others. */
    private boolean upgrade(AllowedFeatures features) throws ConfigurationException {
        boolean upgrade = section.flag(UPGRADE, false);
        if (upgrade && !features.methods().contains("GET")) {
            throw section.wrong(UPGRADE, "is true without GET; add GET to " + FEATURES);
        }
        if (upgrade && !features.http11()) {
            throw section.wrong(UPGRADE, "is true without HTTP/1.1; add HTTP/1.1 to " + FEATURES);
        }
        return upgrade;
    }

    private AllowedFeatures features() throws ConfigurationException {
        if (section.isList(FEATURES)) {
            return listed(section.texts(FEATURES, ALLOWED));
        }
        String preset = section.text(FEATURES, ALLOWED, "get-only");
        return switch (preset) {
            case "get-only" -> AllowedFeatures.getOnly();
            case "tutorial" -> AllowedFeatures.tutorial();
            default -> throw section.refused(FEATURES, preset, ALLOWED);
        };
    }

    private AllowedFeatures listed(List<String> labels) throws ConfigurationException {
        for (String label : labels) {
            if (!LABELS.contains(label)) {
                throw section.refused(FEATURES, label, ALLOWED + why(label));
            }
        }
        Set<String> methods = new LinkedHashSet<>(AllowedFeatures.METHODS);
        methods.retainAll(labels);
        if (methods.isEmpty()) {
            throw section.wrong(FEATURES, "has no method; add one of " + String.join(", ", AllowedFeatures.METHODS));
        }
        boolean http10 = labels.contains("HTTP/1.0");
        boolean http11 = labels.contains("HTTP/1.1");
        if (!http10 && !http11) {
            throw section.wrong(FEATURES, "has no version; add HTTP/1.1, HTTP/1.0 or both");
        }
        return new AllowedFeatures(methods, http10, http11, labels.contains(QUERY));
    }

    /** DataPower's other labels, and why they are not ours. */
    private static String why(String label) {
        return switch (label) {
            case "URL with #" -> "; a fragment is no part of a request (RFC 9112 section 3.2)";
            case "CONNECT" -> "; the gateway is no forward proxy";
            case "HTTP/2.0", "HTTP/2" -> "; the WebSocket upgrade is HTTP/1.1's";
            default -> "";
        };
    }

    private static Set<String> labels() {
        Set<String> labels = new LinkedHashSet<>(List.of("HTTP/1.0", "HTTP/1.1"));
        labels.addAll(AllowedFeatures.METHODS);
        labels.add(QUERY);
        return labels;
    }
}
