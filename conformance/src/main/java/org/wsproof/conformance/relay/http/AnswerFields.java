package org.wsproof.conformance.relay.http;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.relay.fault.Faults;
import org.wsproof.conformance.relay.fault.UnknownFields;
import org.wsproof.conformance.relay.link.Framing;
import org.wsproof.conformance.wire.Head;
import org.wsproof.conformance.wire.Head.Field;

/** An answer's head as it goes to the client, cleaned of what is meant for the backside alone (RFC 9110 §7.6.1). */
public final class AnswerFields {
    private static final Set<String> REBUILT = Set.of(
            "connection",
            "upgrade",
            "keep-alive",
            "proxy-connection",
            "proxy-authenticate",
            "te",
            "trailer",
            "transfer-encoding",
            "content-length");

    private final SwitchFields switching;
    private final UnknownFields unknown;
    private final Faults faults;

    public AnswerFields(Faults faults) {
        this.switching = new SwitchFields(faults);
        this.unknown = new UnknownFields(faults);
        this.faults = faults;
    }

    /** The head of an interim response. */
    public byte[] interim(Head head) {
        HeadText text = new HeadText(head.startLine());
        endToEnd(head).forEach(text::add);
        return text.octets();
    }

    /** The head of a 101: Upgrade and Connection made anew, and no body (RFC 9110 §15.2.2, §8.6). */
    public byte[] switched(Head head, Head request) {
        HeadText text = new HeadText(head.startLine());
        boolean nominated = faults.has(Fault.KEEPS_NOMINATED_IN_ANSWER);
        for (Field field : nominated ? unnominated(head) : endToEnd(head)) {
            switching.copy(field, request, text);
        }
        switching.add(head, request, text);
        return text.octets();
    }

    /**
     * The head of a final answer.
     *
     * @param framing how the body will be written
     * @param last true if the client's connection ends after it
     */
    public byte[] answered(Head head, Framing framing, boolean last) {
        HeadText text = new HeadText("HTTP/1.1" + head.startLine().substring(8));
        endToEnd(head).forEach(text::add);
        switch (framing.kind()) {
            case CHUNKED -> text.add("Transfer-Encoding", "chunked");
            case LENGTH -> text.add("Content-Length", String.valueOf(framing.length()));
            case NONE -> head.values("Content-Length").forEach(length -> text.add("Content-Length", length));
            case UNTIL_END -> {}
        }
        boolean named = head.status() == 426 || faults.has(Fault.KEEPS_UPGRADE_IN_REFUSAL);
        boolean names = named && !head.values("Upgrade").isEmpty();
        if (names && !faults.has(Fault.DROPS_UPGRADE_FROM_426)) {
            head.values("Upgrade").forEach(value -> text.add("Upgrade", value));
            text.add("Connection", "Upgrade");
        }
        if (last) {
            text.add("Connection", "close");
        }
        return text.octets();
    }

    private List<Field> endToEnd(Head head) {
        Set<String> nominated = Set.copyOf(head.tokens("Connection"));
        List<Field> fields = unnominated(head).stream()
                .filter(field -> !nominated.contains(field.name().toLowerCase(Locale.ROOT)))
                .toList();
        return faults.has(Fault.JOINS_SET_COOKIE) ? cookiesJoined(head, fields) : unknown.left(fields);
    }

    private static List<Field> cookiesJoined(Head head, List<Field> fields) {
        Field joined = new Field("Set-Cookie", head.joined("Set-Cookie"));
        Stream<Field> others = fields.stream().filter(field -> !field.name().equalsIgnoreCase("Set-Cookie"));
        return joined.value().isEmpty()
                ? fields
                : Stream.concat(others, Stream.of(joined)).toList();
    }

    private static List<Field> unnominated(Head head) {
        return head.fields().stream()
                .filter(field -> !REBUILT.contains(field.name().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
