package org.wsproof.conformance.targets.recipes.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wsproof.conformance.targets.recipes.Program;

class NodePackageTest {
    private static final String VERSION = "1.18.1";

    @TempDir
    Path folder;

    @Test
    void whatWasInstalledOnceIsNotInstalledAgain() throws Exception {
        assumeNode();
        Path kept = Files.createDirectories(folder.resolve("target").resolve("node-http-proxy-" + VERSION));

        ReferenceProgram.Ready ready =
                new NodePackage(folder, "node-http-proxy", "http-proxy", VERSION).ready(folder.resolve("run"));

        assertThat(ready.version()).isEqualTo(VERSION);
        assertThat(ready.command())
                .hasSize(2)
                .last()
                .isEqualTo(kept.resolve("node-http-proxy.js").toString());
        assertThat(kept.resolve("node-http-proxy.js")).hasContent(resource("node-http-proxy.js"));
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void theLockFileHoldsTheVersionAndNamesNoRegistry() throws Exception {
        assertThat(resource("node-http-proxy.package.json")).contains("\"http-proxy\": \"" + VERSION + "\"");
        assertThat(resource("node-http-proxy.package-lock.json"))
                .contains("\"version\": \"" + VERSION + "\"", "\"integrity\": \"sha512-")
                .doesNotContain("resolved", "http:", "https:");
    }

    private static void assumeNode() {
        try {
            new Program("node", "--version", "nodejs").find();
        } catch (IOException e) {
            assumeTrue(false, e.getMessage());
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream resource = Objects.requireNonNull(NodePackage.class.getResourceAsStream(name))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
