package org.wsproof.proxy.backside;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Content in chunks read once more, in the plainest way: all octets there, and no state kept (RFC 9112 §7.1).
 *
 * @param taken octets up to the end of the trailer section
 */
record ChunksAtOnce(String content, long taken) {
    private static final Pattern SIZE = Pattern.compile("([0-9A-Fa-f]{1,15})(;[^\r\n]*)?\r\n");
    private static final Pattern TRAILER = Pattern.compile("([^\r\n]+\r\n)*+\r\n");

    /** Empty if the octets are no whole content in chunks. */
    static Optional<ChunksAtOnce> of(byte[] octets) {
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        StringBuilder content = new StringBuilder();
        int at = 0;
        Matcher size = SIZE.matcher(text);
        while (size.region(at, text.length()).lookingAt()) {
            long length = Long.parseLong(size.group(1), 16);
            at = size.end();
            if (length == 0) {
                Matcher trailer = TRAILER.matcher(text).region(at, text.length());
                return trailer.lookingAt()
                        ? Optional.of(new ChunksAtOnce(content.toString(), trailer.end()))
                        : Optional.empty();
            }
            if (length > text.length() - at - 2 || !text.startsWith("\r\n", at + (int) length)) {
                return Optional.empty();
            }
            content.append(text, at, at + (int) length);
            at += (int) length + 2;
        }
        return Optional.empty();
    }
}
