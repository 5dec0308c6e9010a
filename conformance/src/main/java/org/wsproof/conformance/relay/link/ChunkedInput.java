package org.wsproof.conformance.relay.link;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/** The chunked coding, taken off (RFC 9112 §7.1). Chunk extensions and trailers are dropped, as §7.1.1 and §7.1.2 allow. */
final class ChunkedInput extends InputStream {
    private static final int LONGEST_LINE = 4096;

    private final InputStream source;
    private final ChunkGrammar grammar;
    private long left;
    private boolean first = true;
    private boolean over;

    ChunkedInput(InputStream source, ChunkGrammar grammar) {
        this.source = source;
        this.grammar = grammar;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0 && !over) {
            nextChunk();
        }
        if (over) {
            return -1;
        }
        int n = source.read(target, offset, (int) Math.min(length, left));
        if (n < 0) {
            throw new EOFException("the connection ended within a chunk");
        }
        left -= n;
        return n;
    }

    private void nextChunk() throws IOException {
        if (!first) {
            endChunk();
        }
        first = false;
        left = size(sizeLine().split(";", 2)[0].strip());
        if (left == 0) {
            skipTrailers();
            over = true;
        }
    }

    private void endChunk() throws IOException {
        if (grammar == ChunkGrammar.LOOSE_ENDS) {
            source.skipNBytes(2);
        } else if (!line().isEmpty()) {
            throw new ProtocolException("a chunk is longer than its size line says");
        }
    }

    private long size(String text) throws ProtocolException {
        boolean first = grammar == ChunkGrammar.FIRST_DIGITS;
        String size = first ? text.replaceFirst("^[^0-9A-Fa-f]*([0-9A-Fa-f]+).*", "$1") : text;
        if (grammar == ChunkGrammar.WRAPPING && size.matches("[0-9A-Fa-f]{16,}")) {
            return Long.parseUnsignedLong(size.substring(size.length() - 16), 16);
        }
        if (!size.matches("[0-9A-Fa-f]{1,15}")) {
            throw new ProtocolException("no chunk size: '" + size + "'");
        }
        return Long.parseLong(size, 16);
    }

    /** Does not wait for the rest of a line whose first octet shows already that it is none. */
    private String sizeLine() throws IOException {
        int octet = source.read();
        if (Character.digit(octet, 16) < 0 && grammar != ChunkGrammar.FIRST_DIGITS) {
            throw new ProtocolException("no chunk size");
        }
        return (char) octet + line();
    }

    private void skipTrailers() throws IOException {
        String line = line();
        while (!line.isEmpty()) {
            line = line();
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int octet = source.read(); octet != '\n'; octet = source.read()) {
            if (octet < 0) {
                throw new EOFException("the connection ended within the chunked coding");
            }
            if (line.length() == LONGEST_LINE) {
                throw new ProtocolException("a line of the chunked coding is too long");
            }
            line.append((char) octet);
        }
        if (line.length() == 0 || line.charAt(line.length() - 1) != '\r') {
            throw new ProtocolException("a line of the chunked coding ends without CR");
        }
        return line.substring(0, line.length() - 1);
    }
}
