package org.wsproof.conformance.frames;

/**
 * A frame as it was on the wire, its payload as a digest (RFC 6455 §5.2).
 *
 * @param header the header's octets in hexadecimal, extended length and masking key included
 * @param length the payload length that the header declares; negative where the top bit of a 64-bit length is set
 * @param arrived octets of payload that arrived, less than {@code length} for a frame cut short
 * @param crc CRC32C of the payload as it was on the wire
 * @param plainCrc CRC32C of the payload without its mask
 * @param start the payload's first octets without mask (at most 128), ISO 8859-1
 */
public record Frame(
        String header,
        boolean fin,
        int rsv,
        int opcode,
        boolean masked,
        long length,
        long arrived,
        int crc,
        int plainCrc,
        String start) {

    public boolean complete() {
        return arrived == length;
    }

    public boolean control() {
        return opcode >= 8;
    }

    /** The status code of a complete Close frame; 0 where it has none, -1 for any other frame. */
    public int closeCode() {
        if (opcode != 8 || !complete()) {
            return -1;
        }
        return length < 2 ? 0 : start.charAt(0) << 8 | start.charAt(1);
    }
}
