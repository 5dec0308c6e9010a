package org.wsproof.conformance.relay.frames;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Finds the frames in one direction's octets. Frames up to 64 KiB are held until they are whole, longer ones are not. */
final class FrameSplitter {
    /** What a splitter tells. */
    interface Taker {
        /** A whole frame, or the header of one that is too long to be held. */
        void frame(TunnelFrame frame) throws IOException;

        /** More payload of the long frame whose header came last. */
        void payload(byte[] octets, int from, int length, boolean last) throws IOException;
    }

    private static final int LONGEST_HELD = 65_535;

    private final Taker taker;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private long streaming;

    FrameSplitter(Taker taker) {
        this.taker = taker;
    }

    void take(byte[] octets, int length) throws IOException {
        int at = 0;
        while (at < length) {
            at += streaming > 0 ? stream(octets, at, length) : hold(octets, at, length);
        }
    }

    /** The octets of a frame that is not whole yet. */
    byte[] rest() {
        return pending.toByteArray();
    }

    private int stream(byte[] octets, int at, int length) throws IOException {
        int n = (int) Math.min(streaming, length - at);
        streaming -= n;
        taker.payload(octets, at, n, streaming == 0);
        return n;
    }

    /** Takes no more than the present frame still lacks, as far as is known. */
    private int hold(byte[] octets, int at, int length) throws IOException {
        String sofar = pending.toString(StandardCharsets.ISO_8859_1);
        long missing = missing(sofar);
        int n = (int) Math.min(missing, length - at);
        pending.write(octets, at, n);
        if (n == missing) {
            complete(pending.toString(StandardCharsets.ISO_8859_1));
        }
        return n;
    }

    private void complete(String sofar) throws IOException {
        long missing = missing(sofar);
        boolean header = sofar.length() >= 2 && sofar.length() == headerLength(sofar);
        if (missing != 0 && !(header && missing > LONGEST_HELD)) {
            return;
        }
        pending.reset();
        streaming = missing;
        taker.frame(frame(sofar));
    }

    private static long missing(String sofar) {
        if (sofar.length() < 2) {
            return 2L - sofar.length();
        }
        int header = headerLength(sofar);
        if (sofar.length() < header) {
            return (long) header - sofar.length();
        }
        long declared = payloadLength(sofar);
        // A length with the top bit set is longer than any connection lives.
        return declared < 0 ? Long.MAX_VALUE : declared - (sofar.length() - header);
    }

    private static int headerLength(String sofar) {
        int seven = sofar.charAt(1) & 0x7f;
        int extended = seven == 127 ? 8 : seven == 126 ? 2 : 0;
        return 2 + extended + ((sofar.charAt(1) & 0x80) != 0 ? 4 : 0);
    }

    private static long payloadLength(String sofar) {
        int seven = sofar.charAt(1) & 0x7f;
        if (seven < 126) {
            return seven;
        }
        long length = 0;
        for (int i = 2; i < (seven == 126 ? 4 : 10); i++) {
            length = length << 8 | sofar.charAt(i);
        }
        return length;
    }

    private static TunnelFrame frame(String octets) {
        int first = octets.charAt(0);
        int header = headerLength(octets);
        boolean masked = (octets.charAt(1) & 0x80) != 0;
        return new TunnelFrame(
                (first & 0x80) != 0,
                first >> 4 & 7,
                first & 15,
                masked ? octets.substring(header - 4, header) : "",
                octets.substring(header),
                payloadLength(octets),
                headerLength(octets) - 2 - (masked ? 4 : 0));
    }
}
