package org.wsproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wsproof.conformance.certificates.Certificates;
import org.wsproof.proxy.config.ConfigurationLoader;
import org.wsproof.proxy.config.MultiProtocolGateway;
import org.wsproof.proxy.config.policy.ApiClient;
import org.wsproof.proxy.config.policy.AuthorizationUrl;
import org.wsproof.proxy.config.yaml.ConfigurationException;

/** What {@code docs/tutorial-part-2.md} tells a person to write. */
class TutorialPartTwoTest {
    @TempDir
    Path folder;

    private String page = "";

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(Path.of("../docs/tutorial-part-2.md"));
    }

    @Test
    void theFileThatIsToBeWrittenAsksTheApiOfThePage() throws IOException, ConfigurationException {
        assertThat(authority(loaded(block("multi-protocol-gateways:")))).satisfies(url -> {
            assertThat(page).contains("(\"127.0.0.1\", " + url.place().port() + ")");
            assertThat(url.place().tls()).isFalse();
            assertThat(url.target()).isEqualTo("/WebSocketaa");
            assertThat(url.timeout()).isEqualTo(Duration.ofSeconds(10));
            assertThat(url.refusalStatus()).isEqualTo(AuthorizationUrl.RefusalStatus.PROPAGATE);
            assertThat(url.sslClientProfile().name()).isEqualTo("apic-connection");
        });
    }

    @Test
    void whatItSaysToChangeForTlsAndForTheStatusCanBeRead() throws IOException, ConfigurationException {
        Certificates.create().writeTo(folder);
        Files.move(folder.resolve("trusted.pem"), folder.resolve("cert.pem"));
        String changed = block("multi-protocol-gateways:")
                .replace("http://127.0.0.1:8081/", "https://localhost:8081/")
                .replace("refusal-status: propagate", "refusal-status: 500")
                .replace(
                        "name: apic-connection\n", "name: apic-connection\n          trusted-certificates: cert.pem\n");

        AuthorizationUrl url = authority(loaded(changed));

        assertThat(url.place().tls()).isTrue();
        assertThat(url.sslClientProfile().validateServerCertificate()).isTrue();
        assertThat(url.refusalStatus()).isEqualTo(AuthorizationUrl.RefusalStatus.ALWAYS_500);
    }

    @Test
    void clientsCanBeWrittenInAFileOfTheirOwn() throws IOException, ConfigurationException {
        Files.writeString(folder.resolve("clients.yaml"), block("clients:"));
        String gateway = block("multi-protocol-gateways:").replaceFirst("(?s)    policies:.*", "");

        MultiProtocolGateway read = loaded(gateway + block("    policies:"));

        assertThat(read.policies().authorizationUrl()).isEmpty();
        assertThat(read.policies().apiClients()).extracting(ApiClient::id).containsExactly("1234", "5678");
    }

    private static AuthorizationUrl authority(MultiProtocolGateway gateway) {
        return gateway.policies().authorizationUrl().orElseThrow();
    }

    private MultiProtocolGateway loaded(String text) throws IOException, ConfigurationException {
        Path file = Files.writeString(folder.resolve("gateway.yaml"), text);
        return ConfigurationLoader.load(file).gateways().get(0);
    }

    /** The YAML of the page that begins so. */
    private String block(String beginning) {
        Matcher block = Pattern.compile("```yaml\n(" + beginning + ".*?)```", Pattern.DOTALL)
                .matcher(page);
        assertThat(block.find()).as(beginning).isTrue();
        return block.group(1);
    }
}
