package org.wsproof.conformance.relay.http;

import java.nio.charset.StandardCharsets;
import org.wsproof.conformance.wire.Head.Field;

/** A head as it is being written. */
final class HeadText {
    private final StringBuilder text = new StringBuilder();

    HeadText(String startLine) {
        text.append(startLine).append("\r\n");
    }

    HeadText add(String name, String value) {
        text.append(name).append(": ").append(value).append("\r\n");
        return this;
    }

    HeadText add(Field field) {
        return add(field.name(), field.value());
    }

    byte[] octets() {
        return (text + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
