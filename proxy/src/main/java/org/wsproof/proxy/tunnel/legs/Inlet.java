package org.wsproof.proxy.tunnel.legs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads legs of one I/O thread, and knows until the next read what beside octets the last one met. */
public final class Inlet {
    private boolean exhausted;
    private @Nullable IOException failure;

    /**
     * Reads once, or, as TLS gives one record at a time, until there is no more. What was read before the end or a failure
     * comes first, so those are only noted.
     */
    public void fill(ByteBuffer buffer, Leg from) {
        exhausted = false;
        failure = null;
        try {
            int read = from.source().read(buffer);
            while (read > 0 && from.tls() && buffer.hasRemaining()) {
                read = from.source().read(buffer);
            }
            exhausted = read < 0;
        } catch (IOException broken) {
            failure = broken;
        }
    }

    /** Whether the leg has said its last. */
    public boolean exhausted() {
        return exhausted;
    }

    /** What broke the leg. */
    public Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }
}
