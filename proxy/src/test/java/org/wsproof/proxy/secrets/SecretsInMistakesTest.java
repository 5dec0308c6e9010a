package org.wsproof.proxy.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wsproof.proxy.HeardLog;
import org.wsproof.proxy.backside.Answer;
import org.wsproof.proxy.config.ConfigurationLoader;
import org.wsproof.proxy.config.KeyFiles;
import org.wsproof.proxy.config.policy.LogicUse;
import org.wsproof.proxy.config.yaml.ConfigurationException;
import org.wsproof.proxy.http.Arrival;
import org.wsproof.proxy.http.Fields;
import org.wsproof.proxy.http.RequestHead;
import org.wsproof.proxy.policy.Asking;
import org.wsproof.proxy.policy.WorkingHours;
import org.wsproof.proxy.policy.logic.LogicQuestion;

/** What is said of a configuration that can't be used, and what values say of themselves, shows no secret. */
final class SecretsInMistakesTest {
    private static final String WORD = SecretsRig.WORD;

    @TempDir
    private Path directory = Path.of("");

    @BeforeEach
    void write() throws Exception {
        KeyFiles.make("sesame-keystore-password").writeTo(directory);
        Files.writeString(directory.resolve("wrong-password"), "sesame-guessed\n");
        Files.writeString(directory.resolve("odd.key"), "sesame-no-key\n");
        Files.writeString(
                directory.resolve("block.key"), "-----BEGIN PRIVATE KEY-----\nsesame+\n-----END PRIVATE KEY-----\n");
    }

    /** The line, and the log with the exception and all that caused it. */
    private List<String> mistake(String url, String keys, String handler) throws Exception {
        Path file = Files.writeString(
                directory.resolve("gateway.yaml"),
                "multi-protocol-gateways:\n - name: g\n   default-backside-url: " + url + "\n   " + keys
                        + "\n   front-side-handlers:\n   - " + handler + "\n");
        try (HeardLog log = new HeardLog("ROOT", Level.TRACE)) {
            List<String> seen = new ArrayList<>();
            try {
                ConfigurationLoader.load(file);
            } catch (ConfigurationException mistake) {
                for (Throwable each = mistake; each != null; each = each.getCause()) {
                    seen.add(each.toString());
                }
            }
            assertThat(seen).isNotEmpty();
            seen.addAll(log.lines());
            return seen;
        }
    }

    private static void requireNoSecret(List<String> seen) {
        assertThat(seen).allSatisfy(each -> assertThat(each).doesNotContainIgnoringCase(WORD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clients: [ { client-id: 'sesame id' } ]",
                "clients: [ { client-id: a, client-secret: 'sesame secret' } ]",
                "clients: [ { client-id: sesame }, { client-id: sesame } ]",
                "clients: [ { sesame: a } ]",
                "clients: [ { a: { sesame: 1, sesame: 2 } } ]",
                "clients: { sesame: a }",
                "clients: sesame",
                "sesame: a",
                "sesame",
                "[sesame]",
                "clients: [ { client-id: a, client-id: sesame } ]",
                "sesame: 1\nsesame: 2",
                "clients: [ { client-id: *sesame } ]",
                "clients: [ { client-id: !sesame!x a } ]",
                "clients: [ { client-id: \"sesame\\q\" } ]",
                "clients: [ { client-id: sesame",
                "%sesame a\n---\nclients: []",
                "clients: [ { client-id: @sesame } ]",
                "clients: []\n---\nsesame: a"
            })
    void aFileOfKeysWithAMistake(String text) throws Exception {
        Files.writeString(directory.resolve("clients.yaml"), text);
        requireNoSecret(
                mistake("http://127.0.0.1:1", "policies: { api-key: { file: clients.yaml } }", "http: { name: h }"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://me:sesame@h",
                "me:sesame@h",
                "ws://me:sesame@h",
                "wss://me:ses/sesame@h",
                "'http://me:a?sesame@h'",
                "'http://h?token=sesame'",
                "'http://h:99999?token=sesame'",
                "'ftp://h/?token=sesame'",
                "'http://me:a@sesame@h'"
            })
    void aUrlWithCredentialsThatCantBeUsed(String url) throws Exception {
        String handler = "http: { name: h }";
        requireNoSecret(mistake(url, "summary: a", handler));
        requireNoSecret(mistake("http://h", "policies: { authorization-url: { url: " + url + "#a } }", handler));
        requireNoSecret(mistake("http://h", "policies: { allowed-origins: [" + url + "] }", handler));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "keystore: server.p12, keystore-password-file: wrong-password",
                "keystore: server.key, keystore-password-file: password",
                "keystore: trust.p12, keystore-password-file: password",
                "certificate: server.pem, key: odd.key",
                "certificate: server.pem, key: block.key",
                "certificate: server.pem, key: password",
                "certificate: odd.key, key: server.key",
                "certificate: password, key: server.key"
            })
    void aKeyOrAPasswordThatIsNone(String identity) throws Exception {
        requireNoSecret(mistake("http://h", "summary: a", "https: { name: h, " + identity + " }"));
    }

    @Test
    void whatValuesSayOfThemselves() {
        Fields fields = Fields.of("Authorization", WORD, "Cookie", WORD, "Set-Cookie", WORD);
        RequestHead head = new RequestHead("GET", "HTTP/1.1", "/a?token=" + WORD, fields);
        Map<String, String> settings = Map.of("password", WORD);
        requireNoSecret(List.of(
                fields.toString(),
                head.toString(),
                new Asking(head, new Arrival("192.0.2.1", false, "1"), true).toString(),
                new Answer(true, 200, "OK", fields).toString(),
                new LogicUse(new WorkingHours(), settings, java.time.Duration.ZERO).toString(),
                new LogicQuestion(head, "192.0.2.1", false, true, settings).toString()));
    }
}
