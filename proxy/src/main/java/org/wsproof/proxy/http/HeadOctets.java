package org.wsproof.proxy.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Heads as they go out (RFC 9112 §2.1). */
public final class HeadOctets {
    private HeadOctets() {}

    /** The start line, the fields in their order, and the empty line; ISO-8859-1, so that no octet changes. */
    public static ByteBuffer of(String startLine, Fields fields) {
        StringBuilder head = new StringBuilder(512).append(startLine).append("\r\n");
        for (Field field : fields.lines()) {
            head.append(field.name()).append(": ").append(field.value()).append("\r\n");
        }
        return ByteBuffer.wrap(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }
}
