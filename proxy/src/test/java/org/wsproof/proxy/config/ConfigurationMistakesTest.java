package org.wsproof.proxy.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.wsproof.proxy.config.admin.AdminListener;
import org.wsproof.proxy.config.yaml.ConfigurationException;

class ConfigurationMistakesTest {
    private static final String GATEWAY = """
            multi-protocol-gateways:
             - name: g
               default-backside-url: http://h
               front-side-handlers:
               - http: { name: h }
            """;

    private static final KeyFiles KEYS = KeyFiles.make();

    @TempDir
    Path directory;

    /** One mistake: the file, and the one line that must come of it, from its line number on. */
    private record Mistake(String name, String yaml, String line) {}

    @TestFactory
    Stream<DynamicTest> eachMistakeIsOneLineThatSaysWhereAndWhatIsAllowed() throws IOException {
        List<Mistake> mistakes = mistakes();
        assertThat(mistakes).hasSizeGreaterThan(70);
        return mistakes.stream().map(mistake -> DynamicTest.dynamicTest(mistake.name(), () -> check(mistake)));
    }

    private void check(Mistake mistake) throws IOException {
        Path file = Files.writeString(directory.resolve("gateway.yaml"), mistake.yaml());
        KEYS.writeTo(directory);
        Files.writeString(directory.resolve("empty.pem"), "");
        Files.writeString(
                directory.resolve("broken.pem"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ConfigurationLoader.load(file))
                .withMessage(file + ":" + mistake.line().replace("DIR", directory.toString()));
    }

    private static List<Mistake> mistakes() throws IOException {
        try (InputStream in = ConfigurationMistakesTest.class.getResourceAsStream("mistakes.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("(?m)^== "))
                    .skip(1)
                    .map(ConfigurationMistakesTest::mistake)
                    .toList();
        }
    }

    private static Mistake mistake(String block) {
        int name = block.indexOf('\n');
        int line = block.lastIndexOf("\n=> ");
        return new Mistake(
                block.substring(0, name),
                file(block.substring(name + 1, Math.max(name, line) + 1)),
                block.substring(line + 4).strip());
    }

    private static String file(String yaml) {
        if (yaml.startsWith("gateway ")) {
            return GATEWAY + "   " + yaml.substring(8);
        }
        if (yaml.startsWith("url ")) {
            return GATEWAY.replace("http://h", yaml.substring(4).strip());
        }
        if (yaml.startsWith("https ")) {
            return GATEWAY.replace(
                    "http: { name: h }",
                    "https: { name: h, " + yaml.substring(6).strip() + " }");
        }
        return yaml.startsWith("handler ")
                ? GATEWAY.replace("name: h }", "name: h, " + yaml.substring(8).strip() + " }")
                : yaml;
    }

    @Test
    void aFileThatIsNotThereIsSaidToBeMissing() {
        Path file = directory.resolve("nowhere.yaml");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ConfigurationLoader.load(file))
                .withMessage(file + ": no such file; expected: a YAML file");
    }

    @Test
    void aDirectoryIsNoFile() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ConfigurationLoader.load(directory))
                .withMessage(directory + ": is a directory; expected: a readable YAML file");
    }

    @Test
    void octetsThatAreNoUtf8AreShownByTheirLine() throws IOException {
        Path file = Files.write(directory.resolve("latin1.yaml"), new byte[] {'#', '\n', 'a', (byte) 0xe9, '\n'});
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ConfigurationLoader.load(file))
                .withMessage(file + ":2: an octet that is no UTF-8; allowed: UTF-8");
    }

    @Test
    void aFileOfBracketsIsRefusedLikeAnyOther() throws IOException {
        Path file = Files.writeString(directory.resolve("deep.yaml"), "[".repeat(100_000));
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> ConfigurationLoader.load(file))
                .withMessageStartingWith(file + ":1: no valid YAML: ");
    }

    @Test
    void aHandlerThatCannotListenIsNamedByTheLineOfItsPort() throws Exception {
        Path file = Files.writeString(
                directory.resolve("gateway.yaml"),
                GATEWAY + "   - http:\n       name: second\n       address: 127.0.0.1\n       port: 9090\n");
        HttpHandler second = ConfigurationLoader.load(file)
                .gateways()
                .get(0)
                .frontSideHandlers()
                .get(1);

        assertThat(ConfigurationLoader.unbindable(file, second, "Address already in use"))
                .hasMessage(file + ":9: multi-protocol-gateways[0].front-side-handlers[1].http.port: can't listen on"
                        + " 127.0.0.1 port 9090 (Address already in use); allowed: an address of this machine and a port"
                        + " that is free");
    }

    @Test
    void aHandlerWhoseFileHasChangedSinceIsNamedWithoutALine() throws Exception {
        Path file = Files.writeString(directory.resolve("gateway.yaml"), GATEWAY);
        HttpHandler handler = ConfigurationLoader.load(file)
                .gateways()
                .get(0)
                .frontSideHandlers()
                .get(0);
        String expected = file + ": h: can't listen on 0.0.0.0 port 80 (Permission denied); allowed: an address of this"
                + " machine and a port that is free";

        Files.writeString(file, GATEWAY.replace("name: h }", "name: other }"));
        assertThat(ConfigurationLoader.unbindable(file, handler, "Permission denied"))
                .hasMessage(expected);
        Files.writeString(file, "");
        assertThat(ConfigurationLoader.unbindable(file, handler, "Permission denied"))
                .hasMessage(expected);
    }

    @Test
    void anAdminListenerThatCannotListenIsNamedByTheLineOfItsPort() throws Exception {
        Path file = Files.writeString(directory.resolve("gateway.yaml"), GATEWAY + "admin:\n  port: 9991\n");
        AdminListener admin = ConfigurationLoader.load(file).admin().orElseThrow();
        String problem =
                "can't listen on 127.0.0.1 port 9991 (in use); allowed: an address of this machine and a port that is free";

        assertThat(ConfigurationLoader.unbindable(file, admin, "in use"))
                .hasMessage(file + ":7: admin.port: " + problem);
        Files.writeString(file, GATEWAY);
        assertThat(ConfigurationLoader.unbindable(file, admin, "in use")).hasMessage(file + ": admin: " + problem);
        Files.writeString(file, "");
        assertThat(ConfigurationLoader.unbindable(file, admin, "in use")).hasMessage(file + ": admin: " + problem);
    }

    @Test
    void aMessageIsNeverMoreThanOneLine() {
        assertThat(ConfigurationException.of(Path.of("f"), "a\r\nb\tc")).hasMessage("f: a b c");
    }
}
