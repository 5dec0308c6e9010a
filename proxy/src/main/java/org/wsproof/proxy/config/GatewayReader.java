package org.wsproof.proxy.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
            "frame-observer");

    private static final String URL = "default-backside-url";
    private static final String ALLOWED_URL = "http://HOST:PORT or https://HOST:PORT";
    private static final Pattern URL_PARTS = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*)(.*)");
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([A-Za-z0-9._~-]+))(?::(\\d{1,5}))?");
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
                section.flag("frame-observer", true));
    }

    private BacksideUrl backsideUrl() throws ConfigurationException {
        String url = section.required(URL, ALLOWED_URL);
        Matcher parts = URL_PARTS.matcher(url);
        if (!parts.matches()) {
            throw section.refused(URL, url, ALLOWED_URL);
        }
        boolean tls = tls(url, parts.group(1));
        Matcher authority = AUTHORITY.matcher(parts.group(2));
        if (!authority.matches()) {
            throw section.refused(URL, url, ALLOWED_URL);
        }
        if (!parts.group(3).isEmpty() && !parts.group(3).equals("/")) {
            throw section.refused(URL, url, ALLOWED_URL + ", no path: the client's path and query are sent on");
        }
        String host = authority.group(1) == null ? authority.group(2) : authority.group(1);
        int port = authority.group(3) == null ? (tls ? 443 : 80) : Integer.parseInt(authority.group(3));
        if (port < 1 || port > 65_535) {
            throw section.refused(URL, url, ALLOWED_URL + ", PORT 1 to 65535");
        }
        BacksideUrl backside = new BacksideUrl(tls, host, port);
        if (!isNameOrAddress(backside, authority.group(1) != null)) {
            throw section.refused(
                    URL, url, ALLOWED_URL + ", HOST a name, an IPv4 address, or an IPv6 address in brackets");
        }
        return backside;
    }

    /** All digits and dots are no name; what has a colon is never looked up, only parsed. */
    private static boolean isNameOrAddress(BacksideUrl backside, boolean bracketed) {
        if (!bracketed) {
            return backside.isAddress() || !backside.host().matches("[0-9.]+");
        }
        try {
            return backside.host().indexOf(':') >= 0
                    && InetAddress.getByName(backside.host()).getHostAddress().length() > 0;
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }

    /** The tutorial's trap: the backside of an upgraded connection is still named by http or https. */
    private boolean tls(String url, String scheme) throws ConfigurationException {
        String hint = "; the gateway asks the backside for the upgrade itself, so write ";
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "http" -> false;
            case "https" -> true;
            case "ws" -> throw section.refused(URL, url, ALLOWED_URL + hint + "http" + url.substring(2));
            case "wss" -> throw section.refused(URL, url, ALLOWED_URL + hint + "https" + url.substring(3));
            default -> throw section.refused(URL, url, ALLOWED_URL);
        };
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
