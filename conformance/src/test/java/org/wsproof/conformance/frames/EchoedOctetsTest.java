package org.wsproof.conformance.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wsproof.conformance.model.Octets;

class EchoedOctetsTest {
    @Test
    void dataComesBackUnmaskedAPingAsItsPongAndAPongNotAtAll() {
        List<Octets> sent = List.of(
                Octets.binary(2, 300, 5), Octets.ping("are you there"), Octets.pong("yes"), Octets.binary(1, 0, 6));
        List<Octets> expected = List.of(Octets.binary(2, 300, 5), Octets.pong("are you there"), Octets.binary(1, 0, 6));

        assertThat(new EchoedOctets().take(octets(sent, true), 0, octets(sent, true).length))
                .isEqualTo(octets(expected, false));
    }

    @Test
    void chunksMakeNoDifference() {
        byte[] sent = octets(List.of(Octets.ping("p"), Octets.binary(3, 70, 7), Octets.close(1000, "bye")), true);
        EchoedOctets whole = new EchoedOctets();
        EchoedOctets pieces = new EchoedOctets();
        ByteArrayOutputStream echoed = new ByteArrayOutputStream();
        for (int i = 0; i < sent.length; i++) {
            assertThat(pieces.closed()).isFalse();
            echoed.writeBytes(pieces.take(sent, i, 1));
        }

        assertThat(echoed.toByteArray()).isEqualTo(whole.take(sent, 0, sent.length));
        assertThat(pieces.closed()).isTrue();
        assertThat(whole.closed()).isTrue();
    }

    @Test
    void nothingIsEchoedBehindAClose() {
        byte[] sent = octets(List.of(Octets.emptyClose(), Octets.text(1)), true);

        assertThat(new EchoedOctets().take(sent, 0, sent.length))
                .isEqualTo(octets(List.of(Octets.emptyClose()), false));
    }

    private static byte[] octets(List<Octets> octets, boolean masked) {
        OctetSource source = new OctetSource(octets, masked);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (source.hasNext()) {
            all.writeBytes(source.next());
        }
        return all.toByteArray();
    }
}
