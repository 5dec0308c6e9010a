package org.wsproof.conformance.relay.http;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.relay.fault.Faults;
import org.wsproof.conformance.wire.Head;

/** The form of a request's head, taken strictly: what two parsers could read in two ways is refused (RFC 9112 §2.2, §3, §5). */
final class RequestGrammar {
    private static final int MOST_FIELDS = 200;
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final String TARGET = "[\\x21-\\xff&&[^\\x7f#]]+";
    private static final Pattern REQUEST_LINE = Pattern.compile(TOKEN + " " + TARGET + " HTTP/[0-9]\\.[0-9]");
    private static final Pattern LONGER_LINE = Pattern.compile(TOKEN + "( " + TARGET + ")+ HTTP/[0-9]\\.[0-9]");
    private static final Pattern FIELD_LINE = Pattern.compile(TOKEN + ":[\\t\\x20-\\xff&&[^\\x7f]]*");
    private static final Pattern HOST =
            Pattern.compile("([A-Za-z0-9._~%!$&'()*+,;=-]+|\\[[0-9A-Fa-f:.]+])(:[0-9]{0,5})?");
    /** What a fault takes for a field line beside what is one. */
    private static final Map<Fault, Pattern> TAKEN = Map.of(
            Fault.TAKES_SPACE_BEFORE_COLON, Pattern.compile(TOKEN + "[ \\t]+:[\\t\\x20-\\xff]*"),
            Fault.TAKES_FOLDS, Pattern.compile("[ \\t]+[\\x20-\\xff]*"),
            Fault.TAKES_BARE_CR, Pattern.compile(TOKEN + ":[\\t\\r\\x20-\\xff]*"),
            Fault.TAKES_NUL, Pattern.compile(TOKEN + ":[\\t\\x00\\x20-\\xff]*"),
            Fault.TAKES_ANY_FIELD_NAME, Pattern.compile("[\\x21-\\xff&&[^:]]+:[\\t\\x20-\\xff]*"));

    private final Faults faults;

    RequestGrammar(Faults faults) {
        this.faults = faults;
    }

    void check(String raw) throws Refused {
        String[] lines = raw.replaceFirst("^(\r\n)+", "").split(faults.has(Fault.TAKES_BARE_LF) ? "\r?\n" : "\r\n", -1);
        Pattern requestLine = faults.has(Fault.TAKES_SURPLUS_WORDS) ? LONGER_LINE : REQUEST_LINE;
        if (!requestLine.matcher(lines[0]).matches()) {
            throw Refused.closing(400, "the first line is no request line");
        }
        if (!lines[0].contains(" HTTP/1.")) {
            throw Refused.closing(505, "only HTTP/1.0 and HTTP/1.1 are spoken here");
        }
        if (lines.length - 3 > MOST_FIELDS && !faults.has(Fault.FORWARDS_FIRST_FIELDS_ONLY)) {
            throw Refused.closing(431, "more than " + MOST_FIELDS + " fields");
        }
        for (int i = 1; i < lines.length - 2; i++) {
            if (!FIELD_LINE.matcher(lines[i]).matches() && !taken(lines[i], i)) {
                throw Refused.closing(400, "line " + (i + 1) + " of the head is no field");
            }
        }
    }

    private boolean taken(String line, int number) {
        if (number == 1 && line.startsWith(" ")) {
            return faults.has(Fault.TAKES_SPACE_BEFORE_FIRST_FIELD);
        }
        return TAKEN.entrySet().stream()
                .anyMatch(one ->
                        faults.has(one.getKey()) && one.getValue().matcher(line).matches());
    }

    /** RFC 9112 §3.2: one Host in HTTP/1.1, and a well-formed one; and a target that can be forwarded. */
    void checkTarget(Head head) throws Refused {
        checkHosts(head.values("Host"), head.word(2).equals("HTTP/1.0"));
        String target = head.word(1);
        boolean absolute = target.matches("(?i)https?://[^/?@]+([/?].*)?");
        boolean asterisk = target.equals("*") && head.word(0).equals("OPTIONS");
        boolean known = absolute && !faults.has(Fault.REFUSES_ABSOLUTE_FORM);
        if (!target.startsWith("/") && !known && !asterisk) {
            throw Refused.closing(400, "the request target is neither a path nor a URI");
        }
        if (target.matches("[^?]*/(\\.|%2[eE]){1,2}([/?].*)?") && faults.has(Fault.REFUSES_DOT_SEGMENTS)) {
            throw Refused.closing(400, "no dot segments here");
        }
    }

    private void checkHosts(List<String> hosts, boolean old) throws Refused {
        boolean tooMany = hosts.size() > 1 && !faults.has(Fault.TAKES_TWO_HOSTS);
        boolean none = hosts.isEmpty() && !old && !faults.has(Fault.TAKES_NO_HOST);
        if (tooMany || none) {
            throw Refused.closing(400, "one Host field expected, found " + hosts.size());
        }
        boolean named = hosts.isEmpty() || HOST.matcher(hosts.get(0)).matches();
        if (!named && !faults.has(Fault.TAKES_ANY_HOST)) {
            throw Refused.closing(400, "the Host field names no host");
        }
    }
}
