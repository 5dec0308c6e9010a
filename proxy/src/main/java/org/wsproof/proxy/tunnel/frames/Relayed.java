package org.wsproof.proxy.tunnel.frames;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What has been relayed of what one end sends: octets, and frames where they are observed. */
public final class Relayed {
    private final @Nullable FrameObserver frames;
    private long octets;

    /** @param frames none: no frame is counted, and a Close never allowed */
    public Relayed(Optional<FrameObserver> frames) {
        this.frames = frames.orElse(null);
    }

    public long octets() {
        return octets;
    }

    public long frames() {
        FrameObserver observer = frames;
        return observer == null ? 0 : observer.frames();
    }

    public long messages() {
        FrameObserver observer = frames;
        return observer == null ? 0 : observer.messages();
    }

    /** Whether a Close has been relayed, all of it. */
    public boolean closed() {
        FrameObserver observer = frames;
        return observer != null && observer.closed();
    }

    public OptionalInt closeCode() {
        FrameObserver observer = frames;
        return observer == null ? OptionalInt.empty() : observer.closeCode();
    }

    /** Whether a Close may follow what has been relayed. */
    public boolean allowsClose() {
        FrameObserver observer = frames;
        return observer != null && observer.allowsClose();
    }

    /**
     * This is to be relayed.
     *
     * @param toBoundary up to the next end of a frame: what is behind that is taken off the buffer
     */
    public void add(ByteBuffer buffer, boolean toBoundary) {
        FrameObserver observer = frames;
        if (observer != null && toBoundary) {
            buffer.limit(buffer.position() + observer.observeToBoundary(buffer));
        } else if (observer != null) {
            observer.observe(buffer);
        }
        octets += buffer.remaining();
    }

    /** What comes from now on is not relayed, and not counted. */
    public void stop() {
        FrameObserver observer = frames;
        if (observer != null) {
            observer.stopCounting();
        }
    }

    /** What is not relayed is followed all the same, for the Close in it. */
    public void follow(ByteBuffer buffer) {
        FrameObserver observer = frames;
        if (observer != null) {
            observer.observe(buffer);
        }
    }
}
