package org.wsproof.proxy.config.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wsproof.proxy.HeardLog;
import org.wsproof.proxy.config.BacksideUrl;
import org.wsproof.proxy.config.ConfigurationLoader;
import org.wsproof.proxy.config.policy.AuthorizationUrl.RefusalStatus;
import org.wsproof.proxy.config.tls.SslClientProfile;
import org.wsproof.proxy.config.yaml.ConfigurationException;
import org.wsproof.proxy.config.yaml.SecretFile;
import org.wsproof.proxy.policy.WorkingHours;

/** The key {@code policies}, read from a file. */
final class PoliciesFileTest {
    private static final String GATEWAY = """
            multi-protocol-gateways:
             - name: g
               default-backside-url: http://h
               front-side-handlers:
               - http: { name: h }
               policies:
            """;

    private static final String EVERYTHING = """
            allowed-origins: [HTTPS://App.Example:443, "http://localhost:3000", "http://[::1]:80"]
            require-origin: true
            upgrades-per-second: { by-address: 10, burst: 20 }
            api-key: { file: clients.yaml }
            additional-logic: [ { name: working-hours, settings: { from: "8", to: 17 }, timeout: 3s } ]
            authorization-url:
              url: https://api.example/org/WebSocketaa?v=1
              timeout: 5s
              refusal-status: 500
              ssl-client-profile: { name: apic-connection, validate-server-certificate: false }
            tunnels-at-once: { gateway: 10000, by-address: 100 }
            """;

    @TempDir
    Path directory;

    private Policies policies(String yaml) throws Exception {
        Path file = Files.writeString(directory.resolve("gateway.yaml"), GATEWAY + yaml.indent(5));
        return ConfigurationLoader.load(file).gateways().get(0).policies();
    }

    private void clients(String yaml) throws IOException {
        Files.writeString(directory.resolve("clients.yaml"), yaml);
    }

    @Test
    void everyPolicyIsRead() throws Exception {
        clients("""
                clients:
                - client-id: 8d0f
                  client-secret: "1234"
                  name: the shop
                - client-id: 77aa
                """);
        Policies policies = policies(EVERYTHING);

        assertThat(policies.allowedOrigins())
                .hasValue(new AllowedOrigins(
                        Set.of("https://app.example", "http://localhost:3000", "http://[::1]"), true));
        assertThat(policies.upgradesPerSecond()).hasValue(new UpgradeRate(10, 20));
        assertThat(policies.apiClients())
                .containsExactly(new ApiClient("8d0f", "1234", "the shop"), new ApiClient("77aa", "", "client 2"));
        LogicUse logic = policies.additionalLogic().get(0);
        assertThat(logic.logic()).isInstanceOf(WorkingHours.class);
        assertThat(logic.settings()).isEqualTo(Map.of("from", "8", "to", "17"));
        assertThat(logic.timeout()).isEqualTo(Duration.ofSeconds(3));
        AuthorizationUrl authority = policies.authorizationUrl().orElseThrow();
        assertThat(authority.place()).isEqualTo(new BacksideUrl(true, "api.example", 443));
        assertThat(authority.target()).isEqualTo("/org/WebSocketaa?v=1");
        assertThat(authority.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(authority.refusalStatus()).isEqualTo(RefusalStatus.ALWAYS_500);
        assertThat(authority.sslClientProfile().name()).isEqualTo("apic-connection");
        assertThat(policies.tunnelsAtOnce()).isEqualTo(new TunnelLimits(10_000, 100));
    }

    @Test
    void whatIsLeftOutHasItsDefault() throws Exception {
        Policies policies = policies("""
                allowed-origins: [https://app.example]
                upgrades-per-second: { by-address: 7 }
                additional-logic: [ { name: working-hours } ]
                authorization-url: { url: "http://api.example" }
                tunnels-at-once: { by-address: 3 }
                """);
        assertThat(policies.allowedOrigins()).hasValue(new AllowedOrigins(Set.of("https://app.example"), false));
        assertThat(policies.upgradesPerSecond()).hasValue(new UpgradeRate(7, 7));
        assertThat(policies.apiClients()).isEmpty();
        assertThat(policies.additionalLogic().get(0).timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(policies.authorizationUrl())
                .hasValue(new AuthorizationUrl(
                        new BacksideUrl(false, "api.example", 80),
                        "/",
                        Duration.ofSeconds(10),
                        RefusalStatus.PROPAGATE,
                        SslClientProfile.validating()));
        assertThat(policies.tunnelsAtOnce()).isEqualTo(new TunnelLimits(Integer.MAX_VALUE, 3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://a | /",
                "http://a/ | /",
                "http://a/b//c/..;d | /b//c/..;d",
                "http://a?b=%20 | /?b=%20",
                "http://[::1]:81/b | /b",
            })
    void thePathOfTheUrlIsAskedForAsItStands(String url, String target) throws Exception {
        Policies policies = policies("authorization-url: { url: \"" + url + "\" }");
        assertThat(policies.authorizationUrl().orElseThrow().target()).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "clients: [ { client-id: a }, { client-id: a, client-secret: b } ] | :1: clients[1].client-id: is that of"
                        + " another client too; allowed: one of its own",
                "clients: [ { client-secret: b } ] | :1: clients[0].client-id: is missing; expected: one or more visible"
                        + " ASCII characters",
                "clients: [ { client-id: a, client-secret: '' } ] | :1: clients[0].client-secret: is empty or has other"
                        + " characters; allowed: one or more visible ASCII characters",
                "clients: [ { client-id: \"a b\" } ] | :1: clients[0].client-id: is empty or has other characters;"
                        + " allowed: one or more visible ASCII characters",
                "clients: [ { client-id: a, secret: b } ] | :1: clients[0]: unknown key; allowed: client-id,"
                        + " client-secret, name",
                "clients: [] | :1: clients: is an empty list; expected: a list of at least one",
                "[ a ] | :1: is a list; expected: keys (clients)",
                "clients: [ 5ecret ] | :1: clients[0]: is a text; expected: keys (client-id, client-secret, name)",
                "clients: 5ecret | :1: clients: is a text; expected: a list of at least one",
                "clients: [ { client-id: *5ecret } ] | :1: is an alias (it begins with *); write"
                        + " the value out, or in quotes",
            })
    void aMistakeInTheClientsFileHasItsPlaceThere(String yaml, String mistake) throws Exception {
        clients(yaml);
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> policies("api-key: { file: clients.yaml }"))
                .withMessage(directory.resolve("clients.yaml") + mistake);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name: opening-time, settings: { from: 8 } | settings: opening-time refuses them:"
                        + " java.time.format.DateTimeParseException: Text '8' could not be parsed at index 0",
                "name: working-hours, settings: { from: 8am } | settings: working-hours refuses them: \"8am\" is no hour;"
                        + " allowed: 0 to 23",
            })
    void settingsThatALogicFailsOnAreAMistakeInTheFile(String use, String mistake) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> policies("additional-logic: [ { " + use + " } ]"))
                .withMessageEndingWith(":7: multi-protocol-gateways[0].policies.additional-logic[0]." + mistake);
    }

    @Test
    void aClientsFileThatEverybodyMayReadIsWarnedOf() throws Exception {
        clients("clients: [ { client-id: a } ]");
        Path file = directory.resolve("clients.yaml");
        try (HeardLog log = new HeardLog(SecretFile.class.getName(), Level.WARN)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
            policies("api-key: { file: clients.yaml }");
            assertThat(log.lines()).isEmpty();
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
            policies("api-key: { file: clients.yaml }");
            assertThat(log.lines()).singleElement().asString().contains("the API keys", "chmod o-r", "clients.yaml");
        }
    }

    @Test
    void aClientsFileThatIsNotThereIsNamed() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> policies("api-key: { file: clients.yaml }"))
                .withMessage(directory.resolve("clients.yaml") + ": no such file; expected: a YAML file");
    }

    @Test
    void aClientIsWrittenByItsNameOnly() {
        assertThat(new ApiClient("id", "secret", "the shop")).hasToString("the shop");
    }
}
