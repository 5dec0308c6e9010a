package org.wsproof.conformance.relay.tunnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wsproof.conformance.frames.OctetSource;
import org.wsproof.conformance.model.Octets;

class FrameBoundaryTest {
    private static final List<Octets> FRAMES =
            List.of(Octets.text(1), Octets.binary(1, 300, 2), Octets.binary(1, 70_000, 3), Octets.close(1000, "bye"));

    @Test
    void eachFrameEndsWhereItsHeaderSays() {
        assertThat(ends(false, 1 << 20)).containsExactly(22, 22 + 304, 326 + 70_010, 70_336 + 7);
        assertThat(ends(true, 1 << 20)).containsExactly(26, 26 + 308, 334 + 70_014, 70_348 + 11);
    }

    @Test
    void whereOneReadEndsSaysNothing() {
        assertThat(ends(true, 1)).isEqualTo(ends(true, 1 << 20));
        assertThat(ends(false, 7)).isEqualTo(ends(false, 1 << 20));
    }

    @Test
    void aCloseIsNoticed() {
        FrameBoundary boundary = new FrameBoundary();
        byte[] close = octets(List.of(Octets.emptyClose()), false);
        assertThat(boundary.closed()).isFalse();
        assertThat(boundary.follow(close, 0, close.length)).isEqualTo(close.length);
        assertThat(boundary.closed()).isTrue();
    }

    /** Where frames ended, told in reads of so many octets. */
    private static List<Integer> ends(boolean masked, int read) {
        byte[] octets = octets(FRAMES, masked);
        FrameBoundary boundary = new FrameBoundary();
        List<Integer> ends = new ArrayList<>();
        int at = 0;
        while (at < octets.length) {
            at = boundary.follow(octets, at, Math.min(octets.length, at + read));
            if (boundary.here()) {
                ends.add(at);
            }
        }
        return ends;
    }

    private static byte[] octets(List<Octets> frames, boolean masked) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        OctetSource source = new OctetSource(frames, masked);
        while (source.hasNext()) {
            all.writeBytes(source.next());
        }
        return all.toByteArray();
    }
}
