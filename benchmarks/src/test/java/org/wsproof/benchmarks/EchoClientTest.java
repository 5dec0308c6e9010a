package org.wsproof.benchmarks;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
final class EchoClientTest {
    private final Random random = new Random(1);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 64, 125, 126, 127, 16_384, 65_535, 65_536, 300_001})
    void aMessageOfAnyLengthComesBackAsItWas(int octets) throws IOException {
        byte[] message = new byte[octets];
        random.nextBytes(message);
        try (EchoOrigin origin = EchoOrigin.start();
                EchoClient client = EchoClient.connect(origin.address(), random)) {
            client.echo(message);
            client.echo(message);
        }
    }

    @Test
    void anEchoWithOneOctetChangedIsRefused() throws Exception {
        try (Answering peer = new Answering("82024158");
                EchoClient client = EchoClient.connect(peer.address(), random)) {
            assertThatThrownBy(() -> client.echo(new byte[] {'A', 'B'}))
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("the first difference at 1");
        }
    }

    @Test
    void anEchoThatIsTooShortIsRefused() throws Exception {
        try (Answering peer = new Answering("820141");
                EchoClient client = EchoClient.connect(peer.address(), random)) {
            assertThatThrownBy(() -> client.echo(new byte[] {'A', 'B'}))
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("with 1 octets");
        }
    }

    @Test
    void anEchoOfAnotherKindIsRefused() throws Exception {
        try (Answering peer = new Answering("81024142");
                EchoClient client = EchoClient.connect(peer.address(), random)) {
            assertThatThrownBy(() -> client.echo(new byte[] {'A', 'B'}))
                    .isInstanceOf(ProtocolException.class)
                    .hasMessageContaining("found opcode 1");
        }
    }

    @Test
    void aConnectionThatEndsInsteadOfAnEchoIsAnError() throws Exception {
        try (Answering peer = new Answering("");
                EchoClient client = EchoClient.connect(peer.address(), random)) {
            assertThatThrownBy(() -> client.echo(new byte[] {'A', 'B'})).isInstanceOf(EOFException.class);
        }
    }
}
