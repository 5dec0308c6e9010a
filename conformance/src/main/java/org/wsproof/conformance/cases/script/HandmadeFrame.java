package org.wsproof.conformance.cases.script;

import org.wsproof.conformance.model.Octets.Raw;

/**
 * A frame with a header that no sound end would write: the mask, the form of the length, and the length itself are free.
 *
 * @param rsv 0 to 7, RSV1 being 4
 * @param opcode 0 to 15
 * @param key four octets of masking key, ISO 8859-1; "" for none
 * @param extended octets of extended length: 0, 2 or 8
 * @param declared the payload length that the header states
 * @param payload ISO 8859-1, without mask; a brace in it could be taken for a placeholder
 */
public record HandmadeFrame(boolean fin, int rsv, int opcode, String key, int extended, long declared, String payload) {
    /** A whole frame without a mask, its length in the shortest form. */
    public static HandmadeFrame of(int opcode, String payload) {
        int extended = payload.length() > 65_535 ? 8 : payload.length() > 125 ? 2 : 0;
        return new HandmadeFrame(true, 0, opcode, "", extended, payload.length(), payload);
    }

    public HandmadeFrame masked(String with) {
        return new HandmadeFrame(fin, rsv, opcode, with, extended, declared, payload);
    }

    public HandmadeFrame fragment() {
        return new HandmadeFrame(false, rsv, opcode, key, extended, declared, payload);
    }

    public HandmadeFrame withRsv(int bits) {
        return new HandmadeFrame(fin, bits, opcode, key, extended, declared, payload);
    }

    /** The same with its length in 2 or 8 octets, though fewer would do (RFC 6455 §5.2). */
    public HandmadeFrame withLengthIn(int octets) {
        return new HandmadeFrame(fin, rsv, opcode, key, octets, declared, payload);
    }

    /** The same with 64 bits of length that has nothing to do with the payload. */
    public HandmadeFrame declaring(long length) {
        return new HandmadeFrame(fin, rsv, opcode, key, 8, length, payload);
    }

    public Raw octets() {
        StringBuilder text = new StringBuilder();
        text.append((char) ((fin ? 0x80 : 0) | rsv << 4 | opcode));
        int seven = extended == 8 ? 127 : extended == 2 ? 126 : (int) declared;
        text.append((char) ((key.isEmpty() ? 0 : 0x80) | seven));
        for (int shift = 8 * (extended - 1); shift >= 0; shift -= 8) {
            text.append((char) (declared >>> shift & 0xff));
        }
        text.append(key);
        for (int i = 0; i < payload.length(); i++) {
            text.append((char) (key.isEmpty() ? payload.charAt(i) : payload.charAt(i) ^ key.charAt(i & 3)));
        }
        return new Raw(text.toString());
    }
}
