package org.wsproof.proxy.frontside;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wsproof.proxy.http.Refusal;
import org.wsproof.proxy.http.RequestHead;

/**
 * Forms of a head that the parser lets through and that two recipients could read in two ways: its version, its target, its
 * host, and above all where its body ends.
 */
final class HeadForms {
    private static final Pattern ABSOLUTE_FORM = Pattern.compile("(?i)https?://[^/?#]+([/?].*)?");

    /** A host, and perhaps a port (RFC 9110 §7.2): nothing that could be taken for userinfo, path, query or a list. */
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:\\[[0-9A-Za-z:._~-]++]|[0-9A-Za-z._~!$&'()*+;=%-]++)(?::\\d{0,5})?");

    /**
     * A sound list that ends in chunked, and so could be read if its other codings were known. Possessive, or a list of a
     * thousand takes more stack than there is.
     */
    private static final Pattern OTHER_CODING = Pattern.compile("(?i)(?:(?!chunked\\b)[a-z-]+ *, *)++chunked");

    Optional<Refusal> refusal(RequestHead head) {
        if (!head.isHttp11() && !head.isHttp10()) {
            return Optional.of(new Refusal.VersionNotSupported());
        }
        return target(head).or(() -> host(head)).or(() -> framing(head));
    }

    private static Optional<Refusal> target(RequestHead head) {
        String target = head.target();
        if (target.indexOf('#') >= 0) {
            return bad("A request target has no fragment.");
        }
        boolean asterisk = target.equals("*") && head.method().equals("OPTIONS");
        // CONNECT has a form of its own, and is refused for its method.
        boolean known = target.startsWith("/") || asterisk || head.method().equals("CONNECT");
        return known || ABSOLUTE_FORM.matcher(target).matches()
                ? Optional.empty()
                : bad("The request target is neither a path nor an http or https URL.");
    }

    /** RFC 9112 §3.2; HTTP/1.0 knew no Host. */
    private static Optional<Refusal> host(RequestHead head) {
        List<String> hosts = head.fields().values("Host");
        if (hosts.isEmpty() && head.isHttp10()) {
            return Optional.empty();
        }
        if (hosts.size() != 1) {
            return bad("Exactly one Host field is required.");
        }
        return AUTHORITY.matcher(hosts.get(0)).matches() ? Optional.empty() : bad("The Host field names no host.");
    }

    /** RFC 9112 §6.1 to §6.3: one way only to say where the body ends. */
    private static Optional<Refusal> framing(RequestHead head) {
        List<String> lengths = head.fields().values("Content-Length");
        if (lengths.size() > 1 || lengths.stream().anyMatch(length -> !length.matches("\\d{1,18}"))) {
            return bad("Content-Length must be one number.");
        }
        // RFC 9110 §9.3.1, §9.3.2: content has no meaning here, and is a way to smuggle requests.
        if (head.hasBody() && (head.method().equals("GET") || head.method().equals("HEAD"))) {
            return bad("A " + head.method() + " has no body here.");
        }
        if (!head.fields().has("Transfer-Encoding")) {
            return Optional.empty();
        }
        if (!lengths.isEmpty() || head.isHttp10()) {
            return bad("Transfer-Encoding is not allowed with Content-Length or in HTTP/1.0.");
        }
        return transferCoding(head.fields().values("Transfer-Encoding"));
    }

    /** Only the plainest form passes: parsers differ on {@code ,chunked}, {@code chunked, chunked} and worse. */
    private static Optional<Refusal> transferCoding(List<String> lines) {
        if (lines.size() == 1 && lines.get(0).equalsIgnoreCase("chunked")) {
            return Optional.empty();
        }
        return lines.size() == 1 && OTHER_CODING.matcher(lines.get(0)).matches()
                ? Optional.of(new Refusal.UnknownTransferCoding())
                : bad("Transfer-Encoding must be chunked, once.");
    }

    private static Optional<Refusal> bad(String why) {
        return Optional.of(new Refusal.BadRequest(why));
    }
}
