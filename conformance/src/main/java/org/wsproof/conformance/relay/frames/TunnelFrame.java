package org.wsproof.conformance.relay.frames;

import java.nio.charset.StandardCharsets;

/**
 * A frame between the legs (RFC 6455 §5.2); octets are ISO 8859-1 strings.
 *
 * @param key the masking key, "" where there is no mask
 * @param payload as it is on the wire; "" for a frame that is too long to be held, whose payload follows by itself
 * @param length what the header declares
 * @param wide true to write the length in 64 bits, though it may be short
 */
record TunnelFrame(boolean fin, int rsv, int opcode, String key, String payload, long length, boolean wide) {
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    boolean control() {
        return opcode >= CLOSE;
    }

    /** True of text, binary and their continuations: not of reserved opcodes. */
    boolean data() {
        return opcode <= 2;
    }

    /** True if the payload is at hand. */
    boolean whole() {
        return payload.length() == length;
    }

    boolean masked() {
        return !key.isEmpty();
    }

    String plain() {
        return masked(payload, key);
    }

    TunnelFrame withPlain(String plain) {
        return new TunnelFrame(fin, rsv, opcode, key, masked(plain, key), plain.length(), wide);
    }

    /** The same payload under another key; "" for none. */
    TunnelFrame withKey(String other) {
        return new TunnelFrame(fin, rsv, opcode, other, masked(plain(), other), length, wide);
    }

    TunnelFrame withRsv(int bits) {
        return new TunnelFrame(fin, bits, opcode, key, payload, length, wide);
    }

    TunnelFrame withFin(boolean last) {
        return new TunnelFrame(last, rsv, opcode, key, payload, length, wide);
    }

    TunnelFrame withOpcode(int other) {
        return new TunnelFrame(fin, rsv, other, key, payload, length, wide);
    }

    TunnelFrame widened() {
        return new TunnelFrame(fin, rsv, opcode, key, payload, length, true);
    }

    /** A Close with this code, masked with a key of zeros or not at all. */
    static TunnelFrame close(int code, boolean masked) {
        String body = "" + (char) (code >> 8) + (char) (code & 0xff);
        return new TunnelFrame(true, 0, CLOSE, masked ? "\0\0\0\0" : "", body, 2, false);
    }

    byte[] octets() {
        StringBuilder text = new StringBuilder();
        text.append((char) ((fin ? 0x80 : 0) | rsv << 4 | opcode));
        int mask = masked() ? 0x80 : 0;
        if (length > 65535 || wide) {
            text.append((char) (mask | 127));
            appendNumber(text, 8);
        } else if (length > 125) {
            text.append((char) (mask | 126));
            appendNumber(text, 2);
        } else {
            text.append((char) (mask | (int) length));
        }
        return text.append(key).append(payload).toString().getBytes(StandardCharsets.ISO_8859_1);
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
