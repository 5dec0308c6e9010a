package org.wsproof.benchmarks.load.line;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/**
 * Buffers for ciphertext that the connections of one thread share. One that waits for the rest of a record, or for room, keeps what
 * it has in a spare one.
 */
public final class TlsBuffers {
    private static final int IN_SIZE = 256 * 1024;
    private static final int OUT_SIZE = 128 * 1024;
    private static final int MOST_SPARE = 64;

    private final ByteBuffer in = ByteBuffer.allocateDirect(IN_SIZE);
    private final ByteBuffer out = ByteBuffer.allocateDirect(OUT_SIZE);
    private final ArrayDeque<ByteBuffer> spare = new ArrayDeque<>();

    /** Empty, for what is read; what it holds is of no use to the next caller. */
    ByteBuffer in() {
        return in.clear();
    }

    /** The same for what is written. */
    ByteBuffer out() {
        return out.clear();
    }

    /** Keeps what remains of the shared one for one connection, ready to be read. */
    ByteBuffer keep(ByteBuffer rest) {
        ByteBuffer next = spare.pollFirst();
        ByteBuffer kept = next == null ? ByteBuffer.allocateDirect(IN_SIZE) : next.clear();
        return kept.put(rest).flip();
    }

    void giveBack(ByteBuffer kept) {
        if (spare.size() < MOST_SPARE) {
            spare.addFirst(kept);
        }
    }
}
