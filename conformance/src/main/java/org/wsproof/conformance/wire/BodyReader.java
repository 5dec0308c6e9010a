package org.wsproof.conformance.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Follows a message body to its end (RFC 9112 §6.3), keeping its start and its length. */
final class BodyReader {
    private static final int KEPT = 4096;

    /** Of a chunk's size with its extension, or of a trailer field. */
    private static final int LONGEST_LINE = 64 * 1024;

    private static final long TO_THE_END = Long.MAX_VALUE;

    private final boolean chunked;
    private final ByteArrayOutputStream start = new ByteArrayOutputStream();
    private final StringBuilder line = new StringBuilder();
    private long missing;
    private long length;
    private boolean lastChunk;
    private boolean complete;

    private BodyReader(boolean chunked, long missing) {
        this.chunked = chunked;
        this.missing = missing;
        this.complete = !chunked && missing == 0;
    }

    static BodyReader none() {
        return new BodyReader(false, 0);
    }

    static BodyReader ofRequest(Head head) {
        return of(head, 0);
    }

    static BodyReader ofResponse(Head head, String method) {
        int status = head.status();
        boolean without = status < 200 || status == 204 || status == 304 || method.equals("HEAD");
        return without ? none() : of(head, TO_THE_END);
    }

    private static BodyReader of(Head head, long otherwise) {
        if (head.tokens("Transfer-Encoding").contains("chunked")) {
            return new BodyReader(true, 0);
        }
        List<String> lengths = head.values("Content-Length");
        boolean stated = !lengths.isEmpty() && lengths.get(0).matches("[0-9]{1,18}");
        return new BodyReader(false, stated ? Long.parseLong(lengths.get(0)) : otherwise);
    }

    boolean complete() {
        return complete;
    }

    boolean toTheEnd() {
        return !chunked && missing > TO_THE_END / 2;
    }

    String start() {
        return start.toString(StandardCharsets.ISO_8859_1);
    }

    long length() {
        return length;
    }

    /** Takes octets of the body; the index of the first that is not. */
    int take(byte[] octets, int from, int end) {
        int at = from;
        while (at < end && !complete) {
            at = chunked && missing == 0 ? takeLine(octets[at], at) : takeData(octets, at, end);
        }
        return at;
    }

    private int takeData(byte[] octets, int at, int end) {
        int part = (int) Math.min(missing, end - at);
        start.write(octets, at, Math.min(part, Math.max(0, KEPT - start.size())));
        missing -= part;
        length += part;
        complete = !chunked && missing == 0;
        return at + part;
    }

    /** Chunk sizes, the empty line after a chunk, and the trailer section, a line at a time. */
    private int takeLine(byte octet, int at) {
        if (octet != '\n') {
            if (line.length() < LONGEST_LINE) {
                line.append((char) (octet & 0xff));
            }
            return at + 1;
        }
        String text = line.toString().strip();
        line.setLength(0);
        if (lastChunk) {
            complete = text.isEmpty();
        } else if (!text.isEmpty()) {
            String size = text.split(";", 2)[0].strip();
            missing = size.matches("[0-9A-Fa-f]{1,15}") ? Long.parseLong(size, 16) : 0;
            lastChunk = missing == 0;
        }
        return at + 1;
    }
}
