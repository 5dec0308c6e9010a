package org.wsproof.conformance.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Collects octets until a head is complete. Lenient on purpose: it takes whatever a peer sends, line by line, and leaves
 * judging to others. Not thread-safe.
 */
public final class HeadReader {
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private int lineLength;
    private boolean started;

    /** Of the first line that is not empty, once it is complete. */
    private boolean stray;

    private boolean judged;

    /** Takes one octet; true when it completes the head. Empty lines before the first line are passed over. */
    public boolean take(byte octet) {
        if (octet == '\r') {
            collected.write(octet);
            return false;
        }
        if (octet != '\n') {
            collected.write(octet);
            lineLength++;
            started = true;
            return false;
        }
        collected.write(octet);
        boolean empty = lineLength == 0;
        lineLength = 0;
        if (started && !judged) {
            judged = true;
            stray = !raw().contains("HTTP/");
        }
        return empty && started;
    }

    /** All heads in a text (ISO 8859-1), one after the other; what is no head between them is passed over. */
    public static List<Head> all(String text) {
        List<Head> heads = new ArrayList<>();
        HeadReader reader = new HeadReader();
        for (byte octet : text.getBytes(StandardCharsets.ISO_8859_1)) {
            if (reader.take(octet)) {
                reader.head().ifPresent(heads::add);
            }
        }
        return heads;
    }

    /** True once the first line is complete and is not HTTP's. */
    public boolean stray() {
        return stray;
    }

    /** Octets taken since the last head was handed out. */
    public int size() {
        return collected.size();
    }

    /** What was taken so far, for a trace of something that is no head. */
    public String raw() {
        return collected.toString(StandardCharsets.ISO_8859_1);
    }

    /** Lets go of what was taken. */
    void forget() {
        collected.reset();
        started = false;
        judged = false;
        stray = false;
    }

    /** The head that was completed; the reader starts anew. Empty if the first line is not HTTP's. */
    public Optional<Head> head() {
        String[] lines = raw().strip().split("\r?\n", -1);
        forget();
        if (!lines[0].contains("HTTP/")) {
            return Optional.empty();
        }
        List<Head.Field> fields = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            int colon = lines[i].indexOf(':');
            String name = colon < 0 ? lines[i] : lines[i].substring(0, colon);
            String value = colon < 0 ? "" : lines[i].substring(colon + 1).strip();
            fields.add(new Head.Field(name, value));
        }
        return Optional.of(new Head(lines[0], List.copyOf(fields)));
    }
}
