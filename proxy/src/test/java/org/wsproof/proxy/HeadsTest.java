package org.wsproof.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a head may hold, from one end to the other: much, but no octet that ends a field in somebody's eyes (RFC 9110 §5.5). */
@Timeout(60)
final class HeadsTest {
    private static final String LONG = "0123456789abcdef".repeat(20 * 1024 / 16);
    private static final String GET = "GET / HTTP/1.1";

    private Rig rig;

    @BeforeEach
    void start() throws IOException {
        rig = new Rig();
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    private static String upgrade(String field) {
        return Rig.REQUEST.substring(0, Rig.REQUEST.length() - 2) + field + "\r\n\r\n";
    }

    private static String switching(String field) {
        return Rig.SWITCH.substring(0, Rig.SWITCH.length() - 2) + field + "\r\n\r\n";
    }

    @Test
    void twentyKibioctetsPassBothWays() throws IOException {
        Peer client = rig.client().send(upgrade("X-Long: " + LONG));
        Peer origin = rig.accept();
        assertThat(origin.readHead()).contains("\r\nX-Long: " + LONG + "\r\n");
        origin.send(switching("X-Long: " + LONG));
        assertThat(client.readHead()).startsWith("HTTP/1.1 101 ").contains("\r\nX-Long: " + LONG + "\r\n");
        client.send("through");
        assertThat(origin.read(7)).isEqualTo("through");

        Peer plain = rig.client().send(Rig.head(GET, "Host: a", "X-Long: " + LONG));
        Peer asked = rig.accept();
        assertThat(asked.readHead()).contains("\r\nX-Long: " + LONG + "\r\n");
        asked.send(Rig.head("HTTP/1.1 403 No", "X-Long: " + LONG, "Content-Length: 0"));
        assertThat(plain.readHead()).startsWith("HTTP/1.1 403 ").contains("\r\nX-Long: " + LONG + "\r\n");
    }

    /** An answer's head may have 131,072 octets; the request's limits are held by AdmissionCheckTest. */
    @Test
    void beyondItsLimitARequestIs431AndAnAnswer502() throws IOException {
        assertThat(rig.client().send(upgrade("X-Long: " + LONG.repeat(7))).readHead())
                .startsWith("HTTP/1.1 431 ");
        requireOriginUntouched();
        for (String request : List.of(Rig.REQUEST, Rig.head(GET, "Host: a"))) {
            Peer client = rig.client().send(request);
            Peer origin = rig.accept();
            origin.readHead();
            try {
                origin.send(switching("X-Long: " + LONG.repeat(7)));
            } catch (IOException cutInTheMiddle) {
                assertThat(cutInTheMiddle).isNotNull();
            }
            assertThat(client.readHead()).startsWith("HTTP/1.1 502 ");
        }
    }

    private void requireOriginUntouched() throws IOException {
        rig.origin().setSoTimeout(1);
        Assertions.assertThatExceptionOfType(SocketTimeoutException.class)
                .isThrownBy(() -> rig.origin().accept());
        rig.origin().setSoTimeout(10_000);
    }

    /** All that HTTP knows but HTAB; CR and LF by themselves end no line here either. */
    static IntStream controls() {
        return IntStream.concat(IntStream.range(0, 32), IntStream.of(127)).filter(octet -> octet != '\t');
    }

    @ParameterizedTest
    @MethodSource("controls")
    void aControlCharacterInARequestsFieldIsRefused(int octet) throws IOException {
        String control = Character.toString(octet);
        for (String value : List.of("a" + control + "b", control + "b", "a" + control, control)) {
            for (String request :
                    List.of(upgrade("X-Odd: " + value), Rig.head(GET, "Host: a", "X-Odd: " + value, "X-Last: 1"))) {
                Peer client = rig.client().send(request);
                assertThat(client.readHead()).as(request).startsWith("HTTP/1.1 400 ");
                client.close();
            }
        }
        requireOriginUntouched();
    }

    @ParameterizedTest
    @MethodSource("controls")
    void aControlCharacterInAnAnswersFieldIs502(int octet) throws IOException {
        String control = Character.toString(octet);
        for (String value : List.of("a" + control + "b", control + "b", "a" + control, control)) {
            for (String answer : List.of(
                    switching("X-Odd: " + value),
                    Rig.head("HTTP/1.1 200 OK", "X-Odd: " + value, "Content-Length: 0"),
                    Rig.head("HTTP/1.1 200 " + value, "Content-Length: 0"))) {
                Peer client = rig.client().send(Rig.REQUEST);
                Peer origin = rig.accept();
                origin.readHead();
                origin.send(answer);
                assertThat(client.readHead()).startsWith("HTTP/1.1 502 ");
                client.close();
                origin.close();
            }
        }
    }

    /** HTAB, and the octets beyond ASCII, are a value's own (RFC 9110 §5.5). */
    @Test
    void otherOctetsArePassedOnAsTheyAre() throws IOException {
        String value = "a\tb \u0080\u00e9\u00ff c";
        Peer client = rig.client().send(upgrade("X-Odd: " + value));
        Peer origin = rig.accept();
        assertThat(origin.readHead()).contains("\r\nX-Odd: " + value + "\r\n");
        origin.send(switching("X-Odd: " + value));
        assertThat(client.readHead()).contains("\r\nX-Odd: " + value + "\r\n");
    }
}
