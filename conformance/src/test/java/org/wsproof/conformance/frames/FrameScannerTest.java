package org.wsproof.conformance.frames;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Octets.Frames;

class FrameScannerTest {
    private final FrameScanner scanner = new FrameScanner();

    /** RFC 6455 §5.7: a single-frame masked text message, "Hello". */
    @Test
    void readsTheRfcsMaskedHello() {
        assertThat(scan("818537fa213d7f9f4d5158"))
                .containsExactly(new Frame(
                        "818537fa213d", true, 0, 1, true, 5, 5, crc("7f9f4d5158"), crc("48656c6c6f"), "Hello"));
    }

    @Test
    void readsFramesThatComeOctetByOctet() {
        byte[] octets = HexFormat.of().parseHex("0103 48656c 8002 6c6f".replace(" ", ""));
        for (int i = 0; i < octets.length; i++) {
            scanner.take(octets, i, 1);
        }
        Lane lane = scanner.lane();
        assertThat(lane.frames()).extracting(Frame::start).containsExactly("Hel", "lo");
        assertThat(lane.messages()).containsExactly(new Message(1, 0, 5, crc("48656c6c6f")));
        assertThat(lane.octets()).isEqualTo(9);
    }

    @Test
    void keepsWhatIsNotMinimalAsItWas() {
        assertThat(scan("82fe000100000000aa"))
                .extracting(Frame::header, Frame::length)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("82fe000100000000", 1L));
    }

    @Test
    void takesALengthWithTheTopBitSetAsEndless() {
        scan("827fffffffffffffffff0102");
        assertThat(scanner.lane().partial()).hasValueSatisfying(frame -> {
            assertThat(frame.length()).isNegative();
            assertThat(frame.arrived()).isEqualTo(2);
        });
    }

    @Test
    void tellsACutHeaderFromACutPayload() {
        scan("8101410203");
        assertThat(scanner.lane().partial())
                .hasValueSatisfying(frame -> assertThat(frame.arrived()).isZero());
        FrameScanner other = new FrameScanner();
        other.take(new byte[] {(byte) 0x82}, 0, 1);
        assertThat(other.lane().rest()).isEqualTo("82");
    }

    @Test
    void tellsTheCodeOfAClose() {
        assertThat(scan("880203e9 8800".replace(" ", "")))
                .extracting(Frame::closeCode)
                .containsExactly(1001, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 65_535, 65_536, 300_000})
    void readsWhatTheSourceWritesWhateverTheLength(int length) {
        Lane lane = through(new Frames(2, true, 0, 2, length, -1, 5), true);
        assertThat(lane.frames()).hasSize(2).allSatisfy(frame -> {
            assertThat(frame.length()).isEqualTo(length);
            assertThat(frame.masked()).isTrue();
        });
        assertThat(lane.messages())
                .isEqualTo(
                        through(new Frames(2, true, 0, 2, length, -1, 5), false).messages());
    }

    @Test
    void joinsTheDigestsOfFragments() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes("one ".getBytes(ISO_8859_1));
        whole.writeBytes("two".getBytes(ISO_8859_1));
        OctetSource source = new OctetSource(
                List.of(new Octets.Frame(false, 4, 1, "one "), Octets.ping("?"), new Octets.Frame(true, 0, 0, "two")),
                true);
        while (source.hasNext()) {
            byte[] octets = source.next();
            scanner.take(octets, 0, octets.length);
        }
        assertThat(scanner.lane().messages())
                .containsExactly(
                        new Message(9, 0, 1, crc("3f")),
                        new Message(1, 4, 7, crc(HexFormat.of().formatHex(whole.toByteArray()))));
    }

    private static Lane through(Frames frames, boolean masked) {
        FrameScanner scanner = new FrameScanner();
        OctetSource source = new OctetSource(List.of(frames), masked);
        while (source.hasNext()) {
            byte[] octets = source.next();
            scanner.take(octets, 0, octets.length);
        }
        return scanner.lane();
    }

    private List<Frame> scan(String hex) {
        byte[] octets = HexFormat.of().parseHex(hex);
        return scanner.take(octets, 0, octets.length);
    }

    private static int crc(String hex) {
        java.util.zip.CRC32C crc = new java.util.zip.CRC32C();
        crc.update(HexFormat.of().parseHex(hex));
        return (int) crc.getValue();
    }
}
