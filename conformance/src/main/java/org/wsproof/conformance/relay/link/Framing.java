package org.wsproof.conformance.relay.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** How the end of a message's body is found (RFC 9112 §6.3). */
public record Framing(Kind kind, long length, ChunkGrammar chunks) {
    /** The ways there are. */
    public enum Kind {
        NONE,
        LENGTH,
        CHUNKED,
        /** Up to the end of the connection: responses only. */
        UNTIL_END
    }

    public static final Framing NONE = new Framing(Kind.NONE, 0, ChunkGrammar.STRICT);
    public static final Framing CHUNKED = chunked(ChunkGrammar.STRICT);
    public static final Framing UNTIL_END = new Framing(Kind.UNTIL_END, 0, ChunkGrammar.STRICT);

    public static Framing length(long length) {
        return new Framing(Kind.LENGTH, length, ChunkGrammar.STRICT);
    }

    public static Framing chunked(ChunkGrammar grammar) {
        return new Framing(Kind.CHUNKED, 0, grammar);
    }

    public boolean empty() {
        return kind == Kind.NONE || (kind == Kind.LENGTH && length == 0);
    }

    /** The body's octets, as a stream that ends with the body and fails with {@link java.io.EOFException} before it. */
    public InputStream body(InputStream connection) {
        return switch (kind) {
            case NONE -> InputStream.nullInputStream();
            case LENGTH -> new LengthInput(connection, length);
            case CHUNKED -> new ChunkedInput(connection, chunks);
            case UNTIL_END -> connection;
        };
    }

    /** Writes a body's octets in this framing. */
    public void write(InputStream body, OutputStream out) throws IOException {
        byte[] block = new byte[16 * 1024];
        for (int n = body.read(block); n >= 0; n = body.read(block)) {
            if (kind == Kind.CHUNKED) {
                out.write(ascii(Integer.toHexString(n) + "\r\n"));
                out.write(block, 0, n);
                out.write(ascii("\r\n"));
            } else {
                out.write(block, 0, n);
            }
        }
        if (kind == Kind.CHUNKED) {
            out.write(ascii("0\r\n\r\n"));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
