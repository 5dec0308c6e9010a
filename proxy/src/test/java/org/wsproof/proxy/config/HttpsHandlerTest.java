package org.wsproof.proxy.config;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.wsproof.proxy.config.tls.SslClientProfile.Protocol;
import org.wsproof.proxy.config.tls.SslServerProfile;
import org.wsproof.proxy.config.yaml.SecretFile;

/** What the file says of an HTTPS front side handler; its mistakes are tried with all others. */
final class HttpsHandlerTest {
    private static final KeyFiles KEYS = KeyFiles.make();

    @TempDir
    private Path directory = Path.of("");

    @BeforeEach
    void write() throws IOException {
        KEYS.writeTo(directory);
    }

    private HttpHandler handler(String more) throws Exception {
        Path file = Files.writeString(directory.resolve("gateway.yaml"), """
                multi-protocol-gateways:
                  - name: g
                    default-backside-url: http://h
                    front-side-handlers: [ https: { name: secure, %s } ]
                """.formatted(more));
        return ConfigurationLoader.load(file)
                .gateways()
                .get(0)
                .frontSideHandlers()
                .get(0);
    }

    @Test
    void itsPortIs443AndBothVersionsOfTlsAreSpoken() throws Exception {
        HttpHandler handler = handler("certificate: server.pem, key: server.key");
        assertThat(handler.port()).isEqualTo(443);
        assertThat(handler.sslServerProfile().orElseThrow().protocols())
                .containsExactlyInAnyOrder(Protocol.TLS_1_2, Protocol.TLS_1_3);
        assertThat(handler.allowedMethodsAndVersions()).isEqualTo(AllowedFeatures.getOnly());
    }

    @Test
    void onlyTheVersionsListedAreSpoken() throws Exception {
        HttpHandler handler = handler("certificate: server.pem, key: server.key, protocols: [TLSv1.3]");
        assertThat(handler.sslServerProfile().orElseThrow().protocols()).containsExactly(Protocol.TLS_1_3);
    }

    @ParameterizedTest
    @CsvSource({"server.pem,server.key,EC,2", "server.pem,sec1.key,EC,2", "rsa.pem,pkcs1.key,RSA,1"})
    void aKeyMayBePkcs8OrOlder(String certificate, String key, String algorithm, int length) throws Exception {
        SslServerProfile profile = handler("certificate: " + certificate + ", key: " + key)
                .sslServerProfile()
                .orElseThrow();
        assertThat(profile.identity().key().getAlgorithm()).isEqualTo(algorithm);
        assertThat(profile.identity().chain()).hasSize(length);
    }

    @Test
    void bothMayComeFromOnePkcs12File() throws Exception {
        SslServerProfile profile = handler("keystore: server.p12, keystore-password-file: password")
                .sslServerProfile()
                .orElseThrow();
        assertThat(profile.identity())
                .isEqualTo(handler("certificate: server.pem, key: server.key")
                        .sslServerProfile()
                        .orElseThrow()
                        .identity());
    }

    @Test
    void aKeyThatEverybodyMayReadIsWarnedOf() throws Exception {
        assertThat(warnings("rw-r--r--")).singleElement().asString().contains("key", "secure", "server.key");
        assertThat(warnings("rw-------")).isEmpty();
    }

    @Test
    void aKeyThatEverybodyMayWriteIsWarnedOf() throws Exception {
        assertThat(warnings("rw-----w-")).singleElement().asString().contains("written", "server.key");
    }

    @Test
    void aKeyThatAGroupMayReadIsSomebodysWill() throws Exception {
        assertThat(warnings("rw-r-----")).isEmpty();
    }

    private List<String> warnings(String permissions) throws Exception {
        Files.setPosixFilePermissions(directory.resolve("server.key"), PosixFilePermissions.fromString(permissions));
        Logger logger = (Logger) LoggerFactory.getLogger(SecretFile.class);
        ListAppender<ILoggingEvent> seen = new ListAppender<>();
        seen.start();
        logger.addAppender(seen);
        logger.setLevel(Level.WARN);
        try {
            handler("certificate: server.pem, key: server.key");
        } finally {
            logger.detachAppender(seen);
            logger.setLevel(null);
        }
        return seen.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void aProfileShowsNoKeyInALog() throws Exception {
        SslServerProfile profile = handler("certificate: server.pem, key: server.key")
                .sslServerProfile()
                .orElseThrow();
        assertThat(profile.toString()).contains("CN=localhost").doesNotContainIgnoringCase("key");
    }
}
