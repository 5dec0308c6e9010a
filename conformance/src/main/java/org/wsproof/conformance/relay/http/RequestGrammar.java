package org.wsproof.conformance.relay.http;

import java.util.List;
import java.util.regex.Pattern;
import org.wsproof.conformance.wire.Head;

/** The form of a request's head, taken strictly: what two parsers could read in two ways is refused (RFC 9112 §2.2, §3, §5). */
final class RequestGrammar {
    private static final int MOST_FIELDS = 200;
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern REQUEST_LINE =
            Pattern.compile(TOKEN + " [\\x21-\\xff&&[^\\x7f#]]+ HTTP/[0-9]\\.[0-9]");
    private static final Pattern FIELD_LINE = Pattern.compile(TOKEN + ":[\\t\\x20-\\xff&&[^\\x7f]]*");
    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9._~%!$&'()*+,;=-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{0,5})?");

    private RequestGrammar() {}

    static void check(String raw) throws Refused {
        String[] lines = raw.replaceFirst("^(\r\n)+", "").split("\r\n", -1);
        if (!REQUEST_LINE.matcher(lines[0]).matches()) {
            throw Refused.closing(400, "the first line is no request line");
        }
        if (!lines[0].contains(" HTTP/1.")) {
            throw Refused.closing(505, "only HTTP/1.0 and HTTP/1.1 are spoken here");
        }
        if (lines.length - 3 > MOST_FIELDS) {
            throw Refused.closing(431, "more than " + MOST_FIELDS + " fields");
        }
        for (int i = 1; i < lines.length - 2; i++) {
            if (!FIELD_LINE.matcher(lines[i]).matches()) {
                throw Refused.closing(400, "line " + (i + 1) + " of the head is no field");
            }
        }
    }

    /** RFC 9112 §3.2: one Host in HTTP/1.1, and a well-formed one; and a target that can be forwarded. */
    static void checkTarget(Head head) throws Refused {
        List<String> hosts = head.values("Host");
        boolean old = head.word(2).equals("HTTP/1.0");
        if (hosts.size() > 1 || (hosts.isEmpty() && !old)) {
            throw Refused.closing(400, "one Host field expected, found " + hosts.size());
        }
        if (!hosts.isEmpty() && !HOST.matcher(hosts.get(0)).matches()) {
            throw Refused.closing(400, "the Host field names no host");
        }
        String target = head.word(1);
        boolean absolute = target.matches("(?i)https?://[^/?@]+([/?].*)?");
        boolean asterisk = target.equals("*") && head.word(0).equals("OPTIONS");
        if (!target.startsWith("/") && !absolute && !asterisk) {
            throw Refused.closing(400, "the request target is neither a path nor a URI");
        }
    }
}
