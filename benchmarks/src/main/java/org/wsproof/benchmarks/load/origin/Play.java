package org.wsproof.benchmarks.load.origin;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import org.wsproof.benchmarks.load.Script;
import org.wsproof.benchmarks.load.wire.FrameHead;
import org.wsproof.benchmarks.load.wire.Frames;
import org.wsproof.benchmarks.load.wire.Pattern;

/** One tunnel as the scripted origin has it: takes the client's frames, and says what the script has it say. */
final class Play {
    /** How many octets at most of a message that is to be cut. */
    private static final int LARGEST_PART = 4096;

    private static final int LARGEST_CONTROL = 125;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int NORMAL = 1000;

    private final ScriptedOrigin origin;
    private final Script script;
    private final long tunnel;
    private final FrameHead frame = new FrameHead(true);

    /** The number of the message that comes. */
    private long message;

    /** Octets of it that have come. */
    private int position;

    /** Whether the frame's header has been dealt with. */
    private boolean begun;

    /** A control frame's payload, or the message that {@link Script#LATE} keeps. */
    private ByteBuffer kept = ByteBuffer.allocate(0);

    /** What is to become of the connection, behind what has been put out. */
    enum After {
        GO_ON,
        FINISH,
        CLOSE,
        RESET
    }

    Play(ScriptedOrigin origin, Script script, long tunnel) {
        this.origin = origin;
        this.script = script;
        this.tunnel = tunnel;
    }

    /**
     * Takes all of {@code in}, unless it is to end before.
     *
     * @param out has room for as much
     * @throws ProtocolException if it is not what must come
     */
    After take(ByteBuffer in, ByteBuffer out) throws ProtocolException {
        After after = After.GO_ON;
        while (in.hasRemaining() && after == After.GO_ON && frame.feed(in)) {
            if (!begun) {
                begun = true;
                begin(out);
            }
            int count = (int) Math.min(frame.left(), in.remaining());
            payload(in, out, count);
            if (frame.taken(count)) {
                begun = false;
                after = frame.control() ? controlEnded(out) : frameEnded(out);
            }
        }
        return after;
    }

    /** The client has ended its direction. */
    After finished(ByteBuffer out) {
        if (script == Script.LATE && message > 1) {
            put(out, Frames.BINARY, kept.flip());
            origin.counts().sent(kept.limit());
        }
        return After.CLOSE;
    }

    /** Whether what comes is to be sent back at once. */
    private boolean echoes() {
        return script.echoes() || message == 0;
    }

    private void begin(ByteBuffer out) throws ProtocolException {
        if (frame.control()) {
            keep((int) Math.min(frame.left(), LARGEST_CONTROL + 1));
        } else if (echoes()) {
            Frames.unmasked(out, frame.firstOctet(), frame.left());
        } else if (position + frame.left() > Pattern.LARGEST) {
            throw new ProtocolException("expected a message of at most " + Pattern.LARGEST + " octets");
        } else if (script == Script.LATE) {
            keep((int) frame.left());
        }
    }

    private void keep(int octets) {
        kept = ByteBuffer.allocate(octets);
    }

    private void payload(ByteBuffer in, ByteBuffer out, int count) throws ProtocolException {
        ByteBuffer to = frame.control() ? kept : echoes() ? out : origin.scratch();
        if (frame.control() && count > kept.remaining()) {
            throw new ProtocolException("expected a control frame of at most " + LARGEST_CONTROL + " octets");
        }
        frame.key(Frames.unmask(in, to, count, frame.key()));
        if (frame.control()) {
            return;
        }
        if (!echoes()) {
            verify(to.flip());
        }
        position += count;
    }

    private void verify(ByteBuffer part) throws ProtocolException {
        int differs = origin.pattern().mismatch(Pattern.begin(tunnel, message) + position, part);
        if (differs >= 0) {
            throw new ProtocolException("expected message " + message + " of tunnel " + tunnel
                    + " as it was sent, found another octet at " + (position + differs));
        }
        if (script == Script.LATE) {
            kept.put(part);
        }
    }

    private After frameEnded(ByteBuffer out) {
        if (!frame.fin()) {
            return After.GO_ON;
        }
        origin.counts().received(position);
        if (echoes()) {
            origin.counts().sent(position);
        }
        int length = position;
        position = 0;
        message++;
        return message == 2 ? act(out, length) : After.GO_ON;
    }

    /** The second message has come. */
    private After act(ByteBuffer out, int length) {
        switch (script) {
            case CLOSE -> {
                put(out, Frames.CLOSE, ByteBuffer.allocate(Short.BYTES).putShort(0, (short) NORMAL));
                return After.GO_ON;
            }
            case FIN -> {
                return After.CLOSE;
            }
            case RESET -> {
                return After.RESET;
            }
            case HALF_OPEN -> {
                return After.FINISH;
            }
            case PART_FIN -> {
                part(out, length);
                return After.CLOSE;
            }
            case PART_RESET -> {
                part(out, length);
                return After.RESET;
            }
            default -> {
                return After.GO_ON;
            }
        }
    }

    private void part(ByteBuffer out, int length) {
        Frames.unmasked(out, Frames.FIN | Frames.BINARY, length);
        out.put(origin.pattern().plain(Pattern.begin(tunnel, 1), Math.min(length / 2, LARGEST_PART)));
    }

    private After controlEnded(ByteBuffer out) {
        kept.flip();
        if (frame.opcode() == PING) {
            put(out, PONG, kept);
        }
        if (frame.opcode() != Frames.CLOSE) {
            return After.GO_ON;
        }
        if (script != Script.CLOSE) {
            put(out, Frames.CLOSE, kept);
        }
        return After.CLOSE;
    }

    private static void put(ByteBuffer out, int opcode, ByteBuffer payload) {
        Frames.unmasked(out, Frames.FIN | opcode, payload.remaining());
        out.put(payload);
    }
}
