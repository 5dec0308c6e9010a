package org.wsproof.proxy.admin;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * What the admin listener answers.
 *
 * @param contentType value of Content-Type
 */
record Answer(int status, String contentType, ByteBuffer body) {
    /** One line for people. */
    static Answer text(int status, String line) {
        return new Answer(status, "text/plain; charset=utf-8", StandardCharsets.UTF_8.encode(line + "\n"));
    }
}
