package org.wsproof.conformance.frames;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Splits a tunnel's octets into frames, whatever chunks they come in. Lenient on purpose: it takes illegal frames as they
 * are, so that they can be compared. Keeps counts and digests, never the payload. Not thread-safe.
 */
public final class FrameScanner {
    private static final int LONGEST_HEADER = 14;

    private final List<Frame> frames = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private final byte[] header = new byte[LONGEST_HEADER];
    private final MessageDigester message = new MessageDigester();
    private int headerLength;
    private PayloadDigester payload = new PayloadDigester(0, new byte[0]);
    private boolean inPayload;
    private long octets;

    /** Takes octets; the frames that they complete, in order. */
    public List<Frame> take(byte[] buffer, int offset, int length) {
        int before = frames.size();
        octets += length;
        int at = offset;
        int end = offset + length;
        while (at < end) {
            at += inPayload ? takePayload(buffer, at, end) : takeHeader(buffer[at]);
        }
        return List.copyOf(frames.subList(before, frames.size()));
    }

    /** Octets taken so far, headers included. */
    public long octets() {
        return octets;
    }

    /** All that was taken so far, as a value. */
    public Lane lane() {
        Optional<Frame> partial = inPayload ? Optional.of(frame()) : Optional.empty();
        String rest = inPayload ? "" : HexFormat.of().formatHex(header, 0, headerLength);
        return new Lane(List.copyOf(frames), List.copyOf(messages), partial, rest, octets);
    }

    private int takeHeader(byte octet) {
        header[headerLength++] = octet;
        if (headerLength >= 2 && headerLength == expectedHeader()) {
            byte[] mask = masked() ? java.util.Arrays.copyOfRange(header, headerLength - 4, headerLength) : new byte[0];
            payload = new PayloadDigester(declared(), mask);
            inPayload = true;
            completeIfFull();
        }
        return 1;
    }

    private int takePayload(byte[] buffer, int at, int end) {
        long missing = payload.missing();
        int part = missing < 0 ? end - at : (int) Math.min(missing, end - at);
        payload.take(buffer, at, part);
        completeIfFull();
        return part;
    }

    private void completeIfFull() {
        if (payload.missing() != 0) {
            return;
        }
        Frame frame = frame();
        frames.add(frame);
        message.take(frame, messages);
        headerLength = 0;
        inPayload = false;
    }

    private Frame frame() {
        return new Frame(
                HexFormat.of().formatHex(header, 0, headerLength),
                (header[0] & 0x80) != 0,
                header[0] >> 4 & 7,
                header[0] & 15,
                masked(),
                declared(),
                payload.taken(),
                payload.crc(),
                payload.plainCrc(),
                payload.start());
    }

    private boolean masked() {
        return (header[1] & 0x80) != 0;
    }

    private int expectedHeader() {
        return 2 + extended() + (masked() ? 4 : 0);
    }

    private int extended() {
        int length = header[1] & 0x7f;
        return length == 127 ? 8 : length == 126 ? 2 : 0;
    }

    private long declared() {
        int extended = extended();
        if (extended == 0) {
            return header[1] & 0x7f;
        }
        long length = 0;
        for (int i = 0; i < extended; i++) {
            length = (length << 8) | (header[2 + i] & 0xff);
        }
        return length;
    }
}
