package org.wsproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wsproof.proxy.config.Configuration;
import org.wsproof.proxy.config.ConfigurationLoader;
import org.wsproof.proxy.config.MultiProtocolGateway;
import org.wsproof.proxy.config.yaml.ConfigurationException;

class TutorialTest {
    private static final Pattern YAML = Pattern.compile("```yaml\n(multi-protocol-gateways:.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void theFileThatIsToBeWrittenIsTheTutorialsPage() throws IOException, ConfigurationException {
        Matcher file = YAML.matcher(Files.readString(Path.of("../docs/tutorial.md")));
        assertThat(file.find()).isTrue();

        Configuration read = ConfigurationLoader.load(Files.writeString(folder.resolve("gateway.yaml"), file.group(1)));

        assertThat(read.gateways()).hasSize(1);
        MultiProtocolGateway gateway = read.gateways().get(0);
        assertThat(gateway.sslClientProfile().validateServerCertificate()).isFalse();
        assertThat(gateway.frontSideHandlers()).singleElement().satisfies(handler -> {
            assertThat(handler.allowedMethodsAndVersions().methods()).containsExactly("GET");
            assertThat(handler.allowWebsocketUpgrade()).isTrue();
            assertThat(handler.websocketIdleTimeout()).isEqualTo(Duration.ofSeconds(60));
        });
    }
}
