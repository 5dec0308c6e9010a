package org.wsproof.conformance.frames;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Octets.Frame;
import org.wsproof.conformance.model.Octets.Frames;
import org.wsproof.conformance.model.Octets.Raw;

/** Octets of a script as chunks, generated as they are asked for. Placeholders must be resolved before. Not thread-safe. */
public final class OctetSource {
    private final Deque<Octets> left;
    private final boolean masked;
    private Optional<FrameSource> current = Optional.empty();

    /** @param masked whether frames carry a mask, as a client's must (RFC 6455 §5.1) */
    public OctetSource(Collection<? extends Octets> octets, boolean masked) {
        this.left = new ArrayDeque<>(octets);
        this.masked = masked;
    }

    public boolean hasNext() {
        return !left.isEmpty() || current.filter(FrameSource::hasNext).isPresent();
    }

    /** The next octets, at most 64 KiB (or one value as it stands), perhaps none. */
    public byte[] next() {
        if (current.filter(FrameSource::hasNext).isPresent()) {
            return current.orElseThrow().next();
        }
        Octets octets = left.removeFirst();
        if (octets instanceof Raw raw) {
            return raw.latin1().getBytes(StandardCharsets.ISO_8859_1);
        }
        if (octets instanceof Frame frame) {
            return FrameSource.octets(frame, masked);
        }
        current = Optional.of(new FrameSource((Frames) octets, masked));
        return new byte[0];
    }
}
