package org.wsproof.benchmarks.load;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import org.wsproof.benchmarks.load.wire.FrameHead;
import org.wsproof.benchmarks.load.wire.Frames;
import org.wsproof.benchmarks.load.wire.Pattern;

/** Reads an origin's frames as they come, in whatever parts, and compares each message with the one that was sent. */
final class Incoming {
    private static final int NO_CODE = 1005;

    private final LoadTunnel tunnel;
    private final Pattern pattern;
    private final FrameHead frame = new FrameHead(false);

    /** The number of the message that is to come back next. */
    private long message;

    /** Octets of it that have come. */
    private int position;

    /** Whether a frame has begun, and not ended. */
    private boolean inside;

    /** Octets of the Close that have come. */
    private int closeOctets;

    private int closeCode;

    Incoming(LoadTunnel tunnel, Pattern pattern) {
        this.tunnel = tunnel;
        this.pattern = pattern;
    }

    /** The number of messages that have come back. */
    long messages() {
        return message;
    }

    /** Whether the last octet was the last of a message, or of a frame that is none. */
    boolean complete() {
        return !inside && position == 0;
    }

    /** @throws ProtocolException if this is not what must come */
    void take(ByteBuffer in) throws ProtocolException {
        while (in.hasRemaining() && !tunnel.ended()) {
            inside = true;
            if (!frame.feed(in)) {
                return;
            }
            int count = (int) Math.min(frame.left(), in.remaining());
            int limit = in.limit();
            in.limit(in.position() + count);
            payload(in);
            in.limit(limit);
            if (frame.taken(count)) {
                inside = false;
                frameEnded();
            }
        }
    }

    private void payload(ByteBuffer part) throws ProtocolException {
        if (frame.control()) {
            control(part);
            return;
        }
        int length = tunnel.requireSent(message);
        if (position + frame.left() > length) {
            throw new ProtocolException("expected message " + message + " with " + length + " octets, found one with "
                    + (position + frame.left()) + " or more");
        }
        int count = part.remaining();
        int differs = pattern.mismatch(Pattern.begin(tunnel.number(), message) + position, part);
        if (differs >= 0) {
            throw new ProtocolException("expected message " + message + " as it was sent, found another octet at "
                    + (position + differs) + " of " + length);
        }
        part.position(part.limit());
        position += count;
    }

    private void control(ByteBuffer part) {
        while (part.hasRemaining()) {
            int octet = part.get() & 0xff;
            closeCode = closeOctets < Short.BYTES ? closeCode << Byte.SIZE | octet : closeCode;
            closeOctets++;
        }
    }

    private void frameEnded() throws ProtocolException {
        if (frame.control()) {
            if (frame.opcode() == Frames.CLOSE) {
                tunnel.closeReceived(closeOctets < Short.BYTES ? NO_CODE : closeCode);
            }
            closeOctets = 0;
            closeCode = 0;
            return;
        }
        if (!frame.fin()) {
            return;
        }
        int length = tunnel.requireSent(message);
        if (position != length) {
            throw new ProtocolException(
                    "expected message " + message + " with " + length + " octets, found " + position);
        }
        position = 0;
        message++;
        tunnel.echoed(message - 1, length);
    }
}
