package org.wsproof.conformance.cases.passthrough;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

class PassthroughCasesTest {
    @Test
    void theCompressedPayloadIsDeflateThatInflates() throws DataFormatException {
        Inflater inflater = new Inflater(true);
        String message = PassthroughCases.HELLO_START + PassthroughCases.HELLO_END + "\u0000\u0000\u00ff\u00ff";
        inflater.setInput(message.getBytes(StandardCharsets.ISO_8859_1));
        byte[] inflated = new byte[16];
        int length = inflater.inflate(inflated);
        inflater.end();
        assertThat(new String(inflated, 0, length, StandardCharsets.US_ASCII)).isEqualTo("Hello");
    }
}
