package org.wsproof.proxy.http;

import java.util.ArrayList;
import java.util.List;

/** Makes the fields that the client gets out of those that the origin sent; what goes on keeps its order and its octets. */
public final class ResponseFields {
    private ResponseFields() {}

    /** For a 101: Connection and Upgrade are made anew, and nothing frames a body, since there is none (RFC 9110 §15.2, §8.6). */
    public static Fields forSwitch(Fields origins) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("Connection", "Upgrade"));
        fields.add(new Field("Upgrade", "websocket"));
        for (Field field : HopByHop.of(origins).rest(origins)) {
            if (!field.is("Content-Length")) {
                fields.add(field);
            }
        }
        return new Fields(fields);
    }

    /**
     * For any other answer. Its Transfer-Encoding is gone too: whoever relays the body frames it. A 426 keeps its Upgrade,
     * without which it says nothing (RFC 9110 §15.5.22).
     */
    public static Fields forAnswer(int status, Fields origins) {
        List<Field> fields = new ArrayList<>(HopByHop.of(origins).rest(origins));
        List<String> protocols = origins.values("Upgrade");
        if (status == 426 && !protocols.isEmpty()) {
            fields.add(new Field("Connection", "Upgrade"));
            fields.add(new Field("Upgrade", String.join(", ", protocols)));
        }
        return new Fields(fields);
    }
}
