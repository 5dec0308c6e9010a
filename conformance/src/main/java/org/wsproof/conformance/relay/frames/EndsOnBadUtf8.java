package org.wsproof.conformance.relay.frames;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Ends the tunnel at a text message that is not UTF-8, with a Close 1007 to both ends or without. */
final class EndsOnBadUtf8 implements Change {
    private final boolean closes;
    private final boolean fromClient;
    private final StringBuilder text = new StringBuilder();
    private boolean checking;

    EndsOnBadUtf8(boolean closes, boolean fromClient) {
        this.closes = closes;
        this.fromClient = fromClient;
    }

    @Override
    public List<TunnelFrame> of(TunnelFrame frame, Controls controls) throws IOException {
        if (!frame.data() || sound(frame)) {
            return List.of(frame);
        }
        if (closes) {
            return FrameEdits.closeBoth(1007, fromClient, controls);
        }
        controls.endAfter(Duration.ZERO);
        return List.of();
    }

    /** A message with RSV bits, or with a frame too long to be held, is not looked at. */
    private boolean sound(TunnelFrame frame) {
        if (frame.opcode() != 0) {
            text.setLength(0);
            checking = frame.opcode() == 1 && frame.rsv() == 0;
        }
        checking &= frame.whole();
        if (!checking) {
            return true;
        }
        text.append(frame.plain());
        return !frame.fin() || utf8(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static boolean utf8(byte[] octets) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
