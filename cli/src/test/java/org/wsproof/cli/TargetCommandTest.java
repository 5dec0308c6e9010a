package org.wsproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.file.TargetFile;

class TargetCommandTest {
    @TempDir
    Path folder;

    @Test
    void initWritesAFileThatCanBeRead() throws IOException {
        Path file = folder.resolve("mine.yaml");

        Called called = Called.with("target", "init", file.toString());

        assertThat(called.exit()).as(called.err()).isZero();
        assertThat(called.out()).startsWith("wrote " + file);
        assertThat(TargetFile.read(file).profiles()).containsExactly(Profile.PLAIN);
    }

    @Test
    void initLeavesAFileThatIsThere() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "name: mine\n");

        Called called = Called.with("target", "init", file.toString());

        assertThat(called.exit()).isEqualTo(2);
        assertThat(called.err().lines()).hasSize(1);
        assertThat(called.err()).contains(file + " is there already, and is left as it is");
        assertThat(file).content().isEqualTo("name: mine\n");
    }

    @Test
    void whereNothingCanBeWrittenIsOneLine() {
        Called called = Called.with(
                "target", "init", folder.resolve("no/such/mine.yaml").toString());

        assertThat(called.exit()).isEqualTo(2);
        assertThat(called.err().lines()).hasSize(1);
        assertThat(called.err()).contains("can't be written");
    }

    @Test
    void aMistakeInATargetFileIsOneLineAndExitTwo() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "name: mine\nprofiles:\n  fast: {}\n");

        Called called = Called.with("check", "--target", file.toString());

        assertThat(called.exit()).isEqualTo(2);
        assertThat(called.err().lines()).hasSize(1);
        assertThat(called.err()).contains(file + ":3: profiles.fast: unknown key; allowed: plain");
    }

    @Test
    void aTargetFileAndAnotherTargetAreTwoTargets() {
        Called called = Called.with("check", "--target", "mine.yaml", "--recipe", "nginx");

        assertThat(called.exit()).isEqualTo(2);
        assertThat(called.err()).contains("each name a target: give one of them");
    }
}
