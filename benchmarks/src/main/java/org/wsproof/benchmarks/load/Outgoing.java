package org.wsproof.benchmarks.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import org.wsproof.benchmarks.load.line.Line;
import org.wsproof.benchmarks.load.wire.Frames;
import org.wsproof.benchmarks.load.wire.Pattern;

/**
 * What a load client's tunnel has yet to write. A message is its number and its length: its octets are made when the connection
 * takes them.
 */
final class Outgoing {
    private final LoadClient client;
    private final long tunnel;
    private final int[] lengths;
    private final long[] times;

    /** Written before and behind all messages: a head, a Close, a part of a frame. */
    private final ArrayDeque<ByteBuffer> raw = new ArrayDeque<>(2);

    /** The number of the next message to be sent. */
    private long queued;

    /** The number of the message that is written, or will be next. */
    private long writing;

    /** Octets written of that one's frame. */
    private int written;

    Outgoing(LoadClient client, long tunnel, int window) {
        this.client = client;
        this.tunnel = tunnel;
        this.lengths = new int[window];
        this.times = new long[window];
    }

    long queued() {
        return queued;
    }

    /** The length of a message, as long as it is among the last ones. */
    int length(long message) {
        return lengths[(int) (message % lengths.length)];
    }

    long time(long message) {
        return times[(int) (message % times.length)];
    }

    void message(int octets, long time) {
        int slot = (int) (queued % lengths.length);
        lengths[slot] = octets;
        times[slot] = time;
        queued++;
    }

    void raw(ByteBuffer octets) {
        raw.add(octets);
    }

    /** Puts a frame that ends in its middle behind all messages. */
    void part(int octets) {
        ByteBuffer part = ByteBuffer.allocate(Frames.LONGEST_HEADER + octets / 2);
        Pattern pattern = client.pattern();
        Frames.masked(part, Frames.FIN | Frames.BINARY, octets, pattern.key());
        part.put(pattern.masked(Pattern.begin(tunnel, queued), octets / 2));
        raw.add(part.flip());
    }

    /** Writes as much as is taken; gives whether that was all. */
    boolean writeTo(Line line) throws IOException {
        while (writing < queued) {
            if (!writeMessage(line)) {
                return false;
            }
            client.counts().sent(length(writing));
            writing++;
            written = 0;
        }
        for (ByteBuffer next = raw.peek(); next != null; next = raw.peek()) {
            line.write(next);
            if (next.hasRemaining()) {
                return false;
            }
            raw.remove();
        }
        return true;
    }

    private boolean writeMessage(Line line) throws IOException {
        int length = length(writing);
        int header = Frames.headerLength(length, true);
        int begin = Pattern.begin(tunnel, writing);
        while (written < header + length) {
            ByteBuffer next = written < header
                    ? withHeader(length, begin)
                    : client.pattern().masked(begin, length).position(begin + written - header);
            int count = line.write(next);
            written += count;
            if (next.hasRemaining()) {
                return false;
            }
        }
        return true;
    }

    private ByteBuffer withHeader(int length, int begin) {
        ByteBuffer out = client.out();
        Frames.masked(out, Frames.FIN | Frames.BINARY, length, client.pattern().key());
        int payload = Math.min(length, out.remaining());
        out.put(client.pattern().masked(begin, payload));
        return out.flip().position(written);
    }

    @Override
    public String toString() {
        return "message " + writing + " of " + queued + ", lengths " + Arrays.toString(lengths);
    }
}
