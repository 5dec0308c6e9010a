package org.wsproof.proxy.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.wsproof.proxy.config.policy.PoliciesReader;
import org.wsproof.proxy.config.yaml.ConfigurationException;
import org.wsproof.proxy.config.yaml.Section;

/** Reads one entry of {@code multi-protocol-gateways}. */
final class GatewayReader {
    static final List<String> KEYS = List.of(
            "name",
            "summary",
            "default-backside-url",
            "request-type",
            "response-type",
            "front-side-handlers",
            "ssl-client-profile",
            "connect-timeout",
            "handshake-timeout",
            "half-open-timeout",
            "stalled-write-timeout",
            "drain-grace",
            "host",
            "forwarded-headers",
            "client-address-header",
            "trust-forwarded",
            "frame-observer",
            "policies");

    private static final String URL = "default-backside-url";
    private static final String ALLOWED_URL = "http://HOST:PORT or https://HOST:PORT";
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

    /** Fields whose meaning the gateway, HTTP or the opening handshake depends on; an address in them breaks things. */
    private static final Set<String> NO_ADDRESS = Set.of(
            "host",
            "connection",
            "upgrade",
            "content-length",
            "transfer-encoding",
            "via",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-proto",
            "forwarded",
            "x-global-transaction-id");

    private final Section section;

    private GatewayReader(Section section) {
        this.section = section;
    }

    /** Told of each handler as it is read, so that one list covers all gateways. */
    interface Claims {
        void claim(Section section, HttpHandler handler) throws ConfigurationException;
    }

    static MultiProtocolGateway read(Section section, Claims claims) throws ConfigurationException {
        return new GatewayReader(section).gateway(claims);
    }

    /** The front side handlers of these gateways. */
    static List<HandlerReader.Unread> handlers(List<Section> gateways) throws ConfigurationException {
        List<HandlerReader.Unread> handlers = new ArrayList<>();
        for (Section gateway : gateways) {
            for (Section entry : gateway.sections("front-side-handlers", List.of("http", "https"))) {
                handlers.add(HandlerReader.unread(entry));
            }
        }
        return handlers;
    }

    private MultiProtocolGateway gateway(Claims claims) throws ConfigurationException {
        return new MultiProtocolGateway(
                section.required("name", "a name of your choice"),
                section.text("summary", "a line of text", ""),
                backsideUrl(),
                messageType("request-type"),
                messageType("response-type"),
                handlers(claims),
                ProfileReader.read(section, "ssl-client-profile"),
                timers(),
                forwarding(),
                section.flag("frame-observer", true),
                PoliciesReader.read(section, "policies"));
    }

    private BacksideUrl backsideUrl() throws ConfigurationException {
        UrlReader reader =
                new UrlReader(section, URL, ALLOWED_URL, "the gateway asks the backside for the upgrade itself");
        UrlReader.Url url = reader.read();
        if (!url.rest().isEmpty() && !url.rest().equals("/")) {
            throw section.refused(
                    URL,
                    UrlReader.shown(url.text()),
                    ALLOWED_URL + ", no path: the client's path and query are sent on");
        }
        return url.place();
    }

    private MultiProtocolGateway.MessageType messageType(String key) throws ConfigurationException {
        String allowed = "passthrough, non-xml";
        String type = section.text(key, allowed, "passthrough");
        return switch (type) {
            case "passthrough" -> MultiProtocolGateway.MessageType.PASSTHROUGH;
            case "non-xml" -> MultiProtocolGateway.MessageType.NON_XML;
            case "xml", "soap", "json" ->
                throw section.refused(
                        key,
                        type,
                        allowed + "; the gateway would have to parse messages, and a WebSocket's are not " + type);
            default -> throw section.refused(key, type, allowed);
        };
    }

    private List<HttpHandler> handlers(Claims claims) throws ConfigurationException {
        List<HttpHandler> handlers = new ArrayList<>();
        for (HandlerReader.Unread unread : handlers(List.of(section))) {
            HttpHandler handler = unread.read();
            claims.claim(unread.section(), handler);
            handlers.add(handler);
        }
        return handlers;
    }

    private Timers timers() throws ConfigurationException {
        Timers defaults = Timers.defaults();
        return new Timers(
                timer("connect-timeout", defaults.connect()),
                timer("handshake-timeout", defaults.handshake()),
                timer("half-open-timeout", defaults.halfOpen()),
                timer("stalled-write-timeout", defaults.stalledWrite()),
                section.duration(
                        "drain-grace", new Section.Times(Section.DAY, "ends tunnels at once"), defaults.drainGrace()));
    }

    private Duration timer(String key, Duration otherwise) throws ConfigurationException {
        return section.duration(key, new Section.Times(Section.DAY, ""), otherwise);
    }

    private Forwarding forwarding() throws ConfigurationException {
        Forwarding defaults = Forwarding.defaults();
        Map<String, Forwarding.Host> hosts =
                Map.of("rewrite", Forwarding.Host.REWRITE, "preserve", Forwarding.Host.PRESERVE);
        Map<String, Forwarding.Style> styles =
                Map.of("x-forwarded", Forwarding.Style.X_FORWARDED, "none", Forwarding.Style.NONE);
        return new Forwarding(
                section.choice("host", hosts, defaults.host()),
                section.choice("forwarded-headers", styles, defaults.style()),
                clientAddressHeader(defaults.clientAddressHeader()),
                section.flag("trust-forwarded", defaults.trustForwarded()));
    }

    private String clientAddressHeader(String otherwise) throws ConfigurationException {
        String key = "client-address-header";
        String allowed = "a field name, or \"\" for none";
        String name = section.text(key, allowed, otherwise);
        String lower = name.toLowerCase(Locale.ROOT);
        if (name.isEmpty()) {
            return name;
        }
        if (!TOKEN.matcher(name).matches() || NO_ADDRESS.contains(lower) || lower.startsWith("sec-websocket-")) {
            throw section.refused(key, name, allowed + ", that has no other use");
        }
        return name;
    }
}
