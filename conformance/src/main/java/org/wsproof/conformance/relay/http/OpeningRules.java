package org.wsproof.conformance.relay.http;

import java.util.List;
import java.util.Set;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.relay.fault.Faults;
import org.wsproof.conformance.relay.link.Framing;
import org.wsproof.conformance.wire.Head;

/** The client's opening handshake, taken strictly (RFC 6455 §4.2.1). */
final class OpeningRules {
    private static final Set<Fault> LETTING_CONTENT =
            Set.of(Fault.BODY_BECOMES_FRAMES, Fault.FORWARDS_CONTENT_WITHOUT_LENGTH, Fault.LEAVES_CONTENT_OWED);

    private final Faults faults;

    OpeningRules(Faults faults) {
        this.faults = faults;
    }

    void check(Head head, Framing body) throws Refused {
        boolean closing = !body.empty();
        if (!head.word(0).equals("GET") && !anyMethod()) {
            throw Refused.staying(405, "only GET opens a WebSocket", new Head.Field("Allow", "GET"))
                    .thenClosing(closing);
        }
        if (head.word(2).equals("HTTP/1.0") && !faults.has(Fault.UPGRADES_HTTP_1_0)) {
            throw Refused.staying(426, "a WebSocket needs HTTP/1.1", new Head.Field("Upgrade", "HTTP/1.1"))
                    .thenClosing(true);
        }
        List<String> protocols = head.tokens("Upgrade");
        // None at all comes this far by a fault only.
        boolean alone = protocols.isEmpty() || protocols.equals(List.of("websocket"));
        if (!alone && !faults.has(Fault.FORWARDS_UPGRADE_LIST)) {
            throw Refused.staying(400, "one protocol can be asked for, websocket")
                    .thenClosing(closing);
        }
        checkFields(head, closing);
        checkBody(head, body);
    }

    private boolean anyVersion() {
        return faults.has(Fault.OPENS_ANY_VERSION) || faults.has(Fault.TRUSTS_OTHER_VERSIONS);
    }

    private boolean anyMethod() {
        return faults.has(Fault.UPGRADES_ANY_METHOD) || faults.has(Fault.OPENS_BY_ANY_METHOD);
    }

    private void checkFields(Head head, boolean closing) throws Refused {
        List<String> versions = head.values("Sec-WebSocket-Version");
        List<String> keys = head.values("Sec-WebSocket-Key");
        if (versions.size() == 1 && !versions.get(0).equals("13") && !anyVersion()) {
            throw Refused.staying(
                            426,
                            "only version 13 is spoken here",
                            new Head.Field("Upgrade", "websocket"),
                            new Head.Field("Connection", "Upgrade"),
                            new Head.Field("Sec-WebSocket-Version", "13"))
                    .thenClosing(closing);
        }
        if (faults.has(Fault.MENDS_KEY) || (keys.size() + versions.size() > 2 && faults.has(Fault.TAKES_FIRST_KEY))) {
            return;
        }
        if (versions.size() != 1 || keys.size() != 1) {
            throw Refused.staying(400, "one version and one key expected").thenClosing(closing);
        }
        if (!keys.get(0).matches("[A-Za-z0-9+/]{22}==")) {
            throw Refused.staying(400, "the key is not 16 octets in base 64").thenClosing(closing);
        }
    }

    /** A body before the tunnel is legal HTTP, but two parsers disagree on it too often (RFC 9110 §7.8). */
    private void checkBody(Head head, Framing body) throws Refused {
        if (faults.has(Fault.REFUSES_CONTENT_LENGTH_ZERO) && body.kind() == Framing.Kind.LENGTH) {
            throw Refused.closing(400, "an opening handshake has no length");
        }
        if (body.kind() == Framing.Kind.CHUNKED && faults.has(Fault.WAITS_FOR_BODY)) {
            return;
        }
        if (body.kind() == Framing.Kind.LENGTH && faults.hasAny(LETTING_CONTENT)) {
            return;
        }
        if (!body.empty()) {
            throw Refused.closing(400, "an opening handshake has no body: " + head.word(0));
        }
    }
}
