package org.wsproof.benchmarks.load.origin;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/** Direct buffers of one size, used again. Not thread-safe. */
final class Buffers {
    private static final int MOST_SPARE = 64;

    private final int size;
    private final ArrayDeque<ByteBuffer> spare = new ArrayDeque<>();

    Buffers(int size) {
        this.size = size;
    }

    /** An empty one. */
    ByteBuffer take() {
        ByteBuffer next = spare.pollFirst();
        return next == null ? ByteBuffer.allocateDirect(size) : next.clear();
    }

    void giveBack(ByteBuffer buffer) {
        if (spare.size() < MOST_SPARE) {
            spare.addFirst(buffer);
        }
    }
}
