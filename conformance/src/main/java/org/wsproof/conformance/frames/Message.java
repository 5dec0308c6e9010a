package org.wsproof.conformance.frames;

/**
 * A data message put together from its fragments, or a control frame (RFC 6455 §5.4): what a framing target must keep.
 *
 * @param rsv of the first fragment
 * @param crc CRC32C of the whole payload without masks
 */
public record Message(int opcode, int rsv, long length, int crc) {
    public boolean control() {
        return opcode >= 8;
    }
}
