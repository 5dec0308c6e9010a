package org.wsproof.conformance.relay.frames;

import java.nio.charset.StandardCharsets;

/**
 * A frame between the legs (RFC 6455 §5.2); octets are ISO 8859-1 strings.
 *
 * @param key the masking key, "" where there is no mask
 * @param payload as it is on the wire; "" for a frame that is too long to be held, whose payload follows by itself
 * @param length what the header declares; negative where the top bit of a 64-bit length is set
 * @param extended octets of the header's extended length: 0, 2 or 8, more than the length needs where the sender wrote so
 */
public record TunnelFrame(boolean fin, int rsv, int opcode, String key, String payload, long length, int extended) {
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;

    public boolean control() {
        return opcode >= CLOSE;
    }

    /** True of text, binary and their continuations: not of reserved opcodes. */
    public boolean data() {
        return opcode <= 2;
    }

    /** True if the payload is at hand. */
    public boolean whole() {
        return payload.length() == length;
    }

    public boolean masked() {
        return !key.isEmpty();
    }

    public String plain() {
        return masked(payload, key);
    }

    public TunnelFrame withPlain(String plain) {
        int fitting = Math.max(extended, needed(plain.length()));
        return new TunnelFrame(fin, rsv, opcode, key, masked(plain, key), plain.length(), fitting);
    }

    /** The same payload under another key; "" for none. */
    public TunnelFrame withKey(String other) {
        return new TunnelFrame(fin, rsv, opcode, other, masked(plain(), other), length, extended);
    }

    public TunnelFrame withRsv(int bits) {
        return new TunnelFrame(fin, bits, opcode, key, payload, length, extended);
    }

    public TunnelFrame withFin(boolean last) {
        return new TunnelFrame(last, rsv, opcode, key, payload, length, extended);
    }

    public TunnelFrame withOpcode(int other) {
        return new TunnelFrame(fin, rsv, other, key, payload, length, extended);
    }

    TunnelFrame widened() {
        return new TunnelFrame(fin, rsv, opcode, key, payload, length, 8);
    }

    /** A Close with this code, masked with a key of zeros or not at all. */
    public static TunnelFrame close(int code, boolean masked) {
        String body = "" + (char) (code >> 8) + (char) (code & 0xff);
        return new TunnelFrame(true, 0, CLOSE, masked ? "\0\0\0\0" : "", body, 2, 0);
    }

    public byte[] octets() {
        StringBuilder text = new StringBuilder();
        text.append((char) ((fin ? 0x80 : 0) | rsv << 4 | opcode));
        int mask = masked() ? 0x80 : 0;
        text.append((char) (mask | (extended == 8 ? 127 : extended == 2 ? 126 : (int) length)));
        appendNumber(text, extended);
        return text.append(key).append(payload).toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The same frame with as short a header as its length allows (RFC 6455 §5.2). */
    public TunnelFrame shortened() {
        return new TunnelFrame(fin, rsv, opcode, key, payload, length, needed(length));
    }

    private static int needed(long length) {
        return length < 0 || length > 65_535 ? 8 : length > 125 ? 2 : 0;
    }

    private void appendNumber(StringBuilder text, int octets) {
        for (int shift = 8 * (octets - 1); shift >= 0; shift -= 8) {
            text.append((char) (length >>> shift & 0xff));
        }
    }

    private static String masked(String octets, String key) {
        if (key.isEmpty()) {
            return octets;
        }
        StringBuilder result = new StringBuilder(octets.length());
        for (int i = 0; i < octets.length(); i++) {
            result.append((char) (octets.charAt(i) ^ key.charAt(i % 4)));
        }
        return result.toString();
    }
}
