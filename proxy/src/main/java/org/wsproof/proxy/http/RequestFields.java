package org.wsproof.proxy.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.wsproof.proxy.config.BacksideUrl;
import org.wsproof.proxy.config.Forwarding;

/**
 * Makes the fields that the backside gets out of those that the client sent. What goes on keeps its value, and the order of
 * fields of one name; that of different names was lost before, in Undertow's parser. What the gateway adds comes last, after cleaning, so that no {@code Connection: X-Forwarded-For} of a client's takes it
 * away.
 *
 * <p>X-Forwarded-Proto is {@code http} or {@code https}, never {@code ws} or {@code wss}: an opening handshake is an HTTP
 * request, and {@code wss} means no more than that it came over TLS (RFC 6455 §11.1.2).
 */
public final class RequestFields {
    private static final String PSEUDONYM = "wsproof";
    private static final String TRANSACTION_ID = "X-Global-Transaction-ID";

    private static final String FORWARDED = "x-forwarded-";
    private static final List<String> CLAIMS = List.of("forwarded", "x-real-ip", variable(TRANSACTION_ID));
    private static final Set<String> OF_THE_REQUEST = Set.of("expect", "range", "x-rewrite-url");
    private static final List<String> OF_THE_REQUEST_PREFIXES =
            List.of("sec-websocket-", "content-", "if-", "x-original-");

    private final Forwarding forwarding;
    private final BacksideUrl backside;
    private final String clientAddressHeader;

    public RequestFields(Forwarding forwarding, BacksideUrl backside) {
        this.forwarding = forwarding;
        this.backside = backside;
        this.clientAddressHeader = variable(forwarding.clientAddressHeader());
    }

    /** For an opening handshake: Connection and Upgrade are made anew (RFC 6455 §4.1). */
    public Fields forTunnel(RequestHead head, Arrival arrival) {
        List<Field> fields = cleaned(head);
        fields.add(new Field("Connection", "Upgrade"));
        fields.add(new Field("Upgrade", "websocket"));
        added(fields, head, arrival);
        return new Fields(fields);
    }

    /**
     * For a plain request: no upgrade is asked for. {@code Transfer-Encoding: chunked} is made anew, since what sends the
     * request on takes its framing from the fields.
     */
    public Fields forPlainHttp(RequestHead head, Arrival arrival) {
        List<Field> fields = cleaned(head);
        if (head.fields().has("Transfer-Encoding")) {
            fields.add(new Field("Transfer-Encoding", "chunked"));
        }
        added(fields, head, arrival);
        return new Fields(fields);
    }

    /**
     * For the question whether the request may go on, a GET without content: who asks, for what, and from where; nothing of
     * the handshake, of the content, or of what the client has in its cache.
     */
    public Fields forQuestion(RequestHead head, Arrival arrival) {
        List<Field> fields = cleaned(head);
        fields.removeIf(RequestFields::isOfTheRequestAlone);
        fields.add(new Field("X-Original-Method", head.method()));
        fields.add(new Field("X-Original-URI", head.originForm()));
        added(fields, head, arrival);
        return new Fields(fields);
    }

    /**
     * What would have the authority read another message than a GET, answer for its own resource (304, 206, 417), or decide
     * on another target.
     */
    private static boolean isOfTheRequestAlone(Field field) {
        String name = variable(field.name());
        return OF_THE_REQUEST.contains(name) || OF_THE_REQUEST_PREFIXES.stream().anyMatch(name::startsWith);
    }

    private List<Field> cleaned(RequestHead head) {
        List<Field> fields = new ArrayList<>();
        boolean hosted = false;
        for (Field field : HopByHop.of(head.fields()).rest(head.fields())) {
            if (field.is("Host")) {
                hosted = true;
                fields.add(host(field));
            } else if (!endsAtGateway(field)) {
                fields.add(field);
            }
        }
        if (!hosted) {
            fields.add(0, new Field("Host", backside.authority()));
        }
        return fields;
    }

    private Field host(Field received) {
        return forwarding.host() == Forwarding.Host.PRESERVE
                ? received
                : new Field(received.name(), backside.authority());
    }

    /** Credentials for the gateway itself (RFC 9110 §11.7.2), and claims about the client that nobody vouches for. */
    private boolean endsAtGateway(Field field) {
        if (field.is("Proxy-Authorization")) {
            return true;
        }
        return !forwarding.trustForwarded() && isClaim(field);
    }

    private boolean isClaim(Field field) {
        String name = field.name();
        return begins(name, FORWARDED) || isClaim(name) || isVariable(name, clientAddressHeader);
    }

    private static boolean isClaim(String name) {
        for (String claim : CLAIMS) {
            if (isVariable(name, claim)) {
                return true;
            }
        }
        return false;
    }

    /** Whether this is {@link #variable} of the name; for each field of each head, and so without making it. */
    private static boolean isVariable(String name, String variable) {
        return name.length() == variable.length() && begins(name, variable);
    }

    private static boolean begins(String name, String variable) {
        if (name.length() < variable.length()) {
            return false;
        }
        for (int i = 0; i < variable.length(); i++) {
            char c = name.charAt(i);
            char plain = c == '_' ? '-' : c >= 'A' && c <= 'Z' ? (char) (c + ' ') : c;
            if (plain != variable.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** To what makes variables of field names, an underscore is a hyphen, and the two spellings are one field. */
    private static String variable(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void added(List<Field> fields, RequestHead head, Arrival arrival) {
        Fields kept = new Fields(fields);
        fields.add(new Field("Via", head.protocol().replace("HTTP/", "") + " " + PSEUDONYM));
        if (forwarding.style() == Forwarding.Style.X_FORWARDED) {
            forwardedFor(fields, kept, arrival);
            String host = String.join("", head.fields().values("Host"));
            addUnlessKept(fields, kept, new Field("X-Forwarded-Host", host));
            addUnlessKept(fields, kept, new Field("X-Forwarded-Proto", arrival.tls() ? "https" : "http"));
        }
        addUnlessKept(fields, kept, new Field(forwarding.clientAddressHeader(), arrival.clientAddress()));
        addUnlessKept(fields, kept, new Field(TRANSACTION_ID, arrival.transactionId()));
    }

    /** The one field of these that each hop adds to: the trusted addresses stay, in one line, and the peer's comes last. */
    private static void forwardedFor(List<Field> fields, Fields kept, Arrival arrival) {
        String name = "X-Forwarded-For";
        List<String> addresses = kept.values(name);
        addresses.add(arrival.clientAddress());
        fields.removeIf(field -> field.is(name));
        fields.add(new Field(name, String.join(", ", addresses)));
    }

    private static void addUnlessKept(List<Field> fields, Fields kept, Field field) {
        if (!field.name().isEmpty() && !field.value().isEmpty() && !kept.has(field.name())) {
            fields.add(field);
        }
    }
}
