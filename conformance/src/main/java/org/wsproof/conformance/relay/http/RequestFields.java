package org.wsproof.conformance.relay.http;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.relay.fault.Faults;
import org.wsproof.conformance.relay.fault.UnknownFields;
import org.wsproof.conformance.relay.link.Framing;
import org.wsproof.conformance.relay.link.Link;
import org.wsproof.conformance.wire.Head.Field;

/**
 * A request's head as it goes to the origin: what is meant for this hop alone is gone (RFC 9110 §7.6.1), what the relay
 * says of the client is the relay's own, and all else is as it came.
 */
public final class RequestFields {
    private static final Pattern ESCAPE = Pattern.compile("%([3-6][0-9A-Fa-f]|2[1245-9A-Fa-f]|7[0-9A-Ea-e])");
    private static final Set<String> ONE_HOP = Set.of("te", "keep-alive", "proxy-connection");
    private static final Set<String> REBUILT = Set.of(
            "connection",
            "upgrade",
            "http2-settings",
            "transfer-encoding",
            "content-length",
            "proxy-authorization",
            "forwarded",
            "x-real-ip",
            "x-client-ip",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-proto");

    private final String scheme;
    private final Faults faults;

    /** @param scheme of the frontside: http or https */
    public RequestFields(String scheme, Faults faults) {
        this.scheme = scheme;
        this.faults = faults;
    }

    /** The head to send for this request of the client on {@code front}. */
    public byte[] rewritten(Request request, Link front) {
        String target = target(request);
        HeadText head = new HeadText(method(request) + " " + target + " HTTP/1.1");
        Set<String> seen = new HashSet<>();
        for (Field field : fields(request)) {
            boolean first = seen.add(field.name().toLowerCase(Locale.ROOT));
            if ((first || !firstOnly(field)) && passes(field, request)) {
                copies(field, request, front, head);
            }
        }
        addFraming(request, head);
        addOwn(request, front, head);
        return head.octets();
    }

    private boolean firstOnly(Field field) {
        return switch (field.name().toLowerCase(Locale.ROOT)) {
            case "sec-websocket-protocol" -> faults.has(Fault.KEEPS_FIRST_LINE_ONLY);
            case "sec-websocket-key", "sec-websocket-version" -> faults.has(Fault.TAKES_FIRST_KEY);
            default -> false;
        };
    }

    private List<Field> fields(Request request) {
        List<Field> all = request.head().fields();
        boolean first = faults.has(Fault.FORWARDS_FIRST_FIELDS_ONLY);
        return new UnknownFields(faults).left(first ? all.subList(0, Math.min(200, all.size())) : all);
    }

    private String method(Request request) {
        boolean disguised = request.upgrade() && faults.has(Fault.OPENS_BY_ANY_METHOD);
        return disguised ? "GET" : request.method();
    }

    private boolean passes(Field field, Request request) {
        String name = field.name().toLowerCase(Locale.ROOT);
        if (ONE_HOP.contains(name)) {
            return faults.has(Fault.FORWARDS_HOP_BY_HOP);
        }
        if (REBUILT.contains(name)) {
            return keptByFault(name);
        }
        if (dropped(name)) {
            return false;
        }
        if (name.equals("expect")) {
            return request.body().empty();
        }
        return name.equals("host") || !nominated(field.name(), request);
    }

    private boolean keptByFault(String name) {
        return switch (name) {
            case "proxy-authorization" -> faults.has(Fault.FORWARDS_PROXY_AUTHORIZATION);
            case "x-real-ip" -> faults.has(Fault.FORWARDS_X_REAL_IP) || faults.has(Fault.FORWARDS_CLIENTS_CLAIMS);
            default ->
                (name.startsWith("x-forwarded-") || name.equals("forwarded"))
                        && faults.has(Fault.FORWARDS_CLIENTS_CLAIMS);
        };
    }

    private boolean dropped(String name) {
        return switch (name) {
            case "sec-websocket-key" -> faults.has(Fault.MENDS_KEY);
            case "authorization" -> faults.has(Fault.DROPS_AUTHORIZATION);
            case "sec-websocket-extensions" -> faults.has(Fault.STRIPS_EXTENSIONS_FROM_REQUEST);
            default -> false;
        };
    }

    private boolean nominated(String name, Request request) {
        if (faults.has(Fault.FORWARDS_NOMINATED_FIELDS)) {
            return false;
        }
        boolean exact = faults.has(Fault.NOMINATES_BY_EXACT_CASE);
        return request.head().values("Connection").stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::strip)
                .anyMatch(option -> exact ? option.equals(name) : option.equalsIgnoreCase(name));
    }

    private void copies(Field field, Request request, Link front, HeadText head) {
        switch (field.name().toLowerCase(Locale.ROOT)) {
            case "origin" ->
                head.add(
                        field.name(),
                        faults.has(Fault.REWRITES_ORIGIN) ? scheme + "://" + front.local() : field.value());
            case "host" ->
                twiceIf(
                        faults.has(Fault.DUPLICATES_HOST),
                        new Field(field.name(), authority(request).orElse(field.value())),
                        head);
            case "cookie" -> twiceIf(faults.has(Fault.DUPLICATES_COOKIE), field, head);
            case "sec-websocket-key" -> twiceIf(faults.has(Fault.DUPLICATES_KEY), field, head);
            case "sec-websocket-version" ->
                head.add(field.name(), faults.has(Fault.OPENS_ANY_VERSION) ? "13" : field.value());
            default -> head.add(field.name(), faults.has(Fault.CUTS_LARGE_VALUES) ? cut(field.value()) : field.value());
        }
    }

    /** RFC 9112 §3.2.2: where the target names the host, the Host field does not count. */
    private Optional<String> authority(Request request) {
        String target = request.head().word(1);
        return target.contains("://") && !target.startsWith("/") && !faults.has(Fault.KEEPS_HOST_BESIDE_ABSOLUTE_FORM)
                ? Optional.of(target.replaceFirst("^[^/]*//([^/?]*).*", "$1"))
                : Optional.empty();
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(8 * 1024, text.length()));
    }

    private static void twiceIf(boolean twice, Field field, HeadText head) {
        head.add(field);
        if (twice) {
            head.add(field);
        }
    }

    private static boolean coded(Request request) {
        return request.body().kind() == Framing.Kind.CHUNKED;
    }

    private void addFraming(Request request, HeadText head) {
        if (request.upgrade() && faults.has(Fault.INVENTS_LENGTH_ON_UPGRADE)) {
            head.add("Content-Length", "0");
        }
        if (request.upgrade()
                && !(faults.has(Fault.LEAVES_CONTENT_OWED) && !request.body().empty())) {
            return;
        }
        if (faults.has(Fault.TAKES_LENGTH_AND_CHUNKED) || faults.has(Fault.TAKES_EQUAL_LENGTHS)) {
            request.head().values("Content-Length").stream()
                    .skip(coded(request) ? 0 : 1)
                    .forEach(length -> head.add("Content-Length", length));
        }
        if (request.body().kind() == Framing.Kind.CHUNKED) {
            head.add("Transfer-Encoding", "chunked");
        } else if (request.body().kind() == Framing.Kind.LENGTH) {
            head.add("Content-Length", String.valueOf(request.body().length()));
        }
    }

    private void addOwn(Request request, Link front, HeadText head) {
        if (request.upgrade()) {
            String protocols = request.head().joined("Upgrade");
            head.add("Connection", "Upgrade").add("Upgrade", protocols.isEmpty() ? "websocket" : protocols);
        } else {
            head.add("Connection", "close");
        }
        if (request.upgrade() && faults.has(Fault.MENDS_KEY)) {
            head.add("Sec-WebSocket-Key", mended(request.head().joined("Sec-WebSocket-Key")));
        }
        if (!faults.has(Fault.FORWARDS_CLIENTS_CLAIMS)) {
            addOwn("X-Forwarded-For", front.peer(), request, head);
            addOwn("X-Forwarded-Proto", faults.has(Fault.SAYS_HTTP_FOR_HTTPS) ? "http" : scheme, request, head);
            request.head().values("Host").stream()
                    .limit(1)
                    .forEach(host ->
                            addOwn("X-Forwarded-Host", authority(request).orElse(host), request, head));
        }
        if (!faults.has(Fault.NO_VIA)) {
            head.add("Via", "1." + request.head().word(2).substring(7) + " relay");
        }
    }

    private void addOwn(String name, String value, Request request, HeadText head) {
        if (!faults.has(Fault.NOMINATED_TAKES_OWN) || !nominated(name, request)) {
            head.add(name, value);
        }
    }

    private static String mended(String key) {
        return key.matches("[A-Za-z0-9+/]{22}==") ? key : "d3Nwcm9vZi13c3Byb29mIQ==";
    }

    /** The origin form, as RFC 9112 §3.2.1 wants it; otherwise octet for octet. */
    private String target(Request request) {
        String target = request.head().word(1);
        if (!target.startsWith("/") && !target.equals("*")) {
            target = target.replaceFirst("^[^/]*//[^/?]*", "").replaceFirst("^(?!/)", "/");
        }
        if (faults.has(Fault.CUTS_LONG_TARGETS)) {
            return cut(target);
        }
        if (faults.has(Fault.NORMALISES_PATH)) {
            return target.replaceFirst("/[^/?]+/(\\.|%2[eE]){2}(?=[/?])", "");
        }
        return faults.has(Fault.DECODES_TARGET) ? decoded(target) : target;
    }

    /** Escapes of octets that may stand in a request line by themselves; the others stay. */
    private static String decoded(String target) {
        return ESCAPE.matcher(target)
                .replaceAll(escape -> Matcher.quoteReplacement(String.valueOf(octet(escape.group(1)))));
    }

    private static char octet(String hexadecimal) {
        return (char) Integer.parseInt(hexadecimal, 16);
    }
}
