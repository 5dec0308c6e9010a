package org.wsproof.proxy.frontside;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.wsproof.proxy.http.Field;
import org.wsproof.proxy.http.Fields;

/** Heads as they go out (RFC 9112 §2.1). */
final class HeadOctets {
    private HeadOctets() {}

    /** The start line, the fields in their order, and the empty line; ISO-8859-1, so that no octet changes. */
    static ByteBuffer of(String startLine, Fields fields) {
        StringBuilder head = new StringBuilder(512).append(startLine).append("\r\n");
        for (Field field : fields.lines()) {
            head.append(field.name()).append(": ").append(field.value()).append("\r\n");
        }
        return ByteBuffer.wrap(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }
}
