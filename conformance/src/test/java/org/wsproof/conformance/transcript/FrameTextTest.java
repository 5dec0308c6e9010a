package org.wsproof.conformance.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wsproof.conformance.frames.Frame;
import org.wsproof.conformance.frames.FrameScanner;

class FrameTextTest {
    @Test
    void aReasonBringsNoControlCharacterToATerminal() {
        // CSI in one character, a line separator, and a bell, in UTF-8.
        byte[] octets = {
            (byte) 0x88, 8, 3, (byte) 0xe8, (byte) 0xc2, (byte) 0x9b, (byte) 0xe2, (byte) 0x80, (byte) 0xa8, 7
        };
        Frame close = new FrameScanner().take(octets, 0, octets.length).get(0);

        assertThat(FrameText.of(close)).isEqualTo("Close 8 octets 1000 \"···\"");
    }
}
