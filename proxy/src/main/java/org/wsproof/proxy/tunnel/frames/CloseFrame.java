package org.wsproof.proxy.tunnel.frames;

import java.nio.ByteBuffer;

/** Close frames with a status code and no reason (RFC 6455 §5.5.1). */
public final class CloseFrame {
    private static final byte FINAL_CLOSE = (byte) 0x88;
    private static final int MASKED = 0x80;

    private CloseFrame() {}

    /**
     * As a server sends it.
     *
     * @param code 1000 to 4999 (RFC 6455 §7.4)
     */
    public static ByteBuffer toClient(int code) {
        return ByteBuffer.allocate(4)
                .put(FINAL_CLOSE)
                .put((byte) 2)
                .putShort((short) code)
                .flip();
    }

    /**
     * As a client sends it.
     *
     * @param code 1000 to 4999 (RFC 6455 §7.4)
     * @param maskingKey fresh and unpredictable (RFC 6455 §5.3)
     */
    public static ByteBuffer toOrigin(int code, int maskingKey) {
        return ByteBuffer.allocate(8)
                .put(FINAL_CLOSE)
                .put((byte) (MASKED | 2))
                .putInt(maskingKey)
                .putShort((short) (code ^ maskingKey >>> 16))
                .flip();
    }
}
