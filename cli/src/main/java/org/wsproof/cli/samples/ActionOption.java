package org.wsproof.cli.samples;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.wsproof.sample.client.Action;
import org.wsproof.sample.client.ActionException;
import picocli.CommandLine.Option;

/**
 * One action of the client as an option. A repeated group of these keeps their order. By methods, since picocli can't
 * clear an {@code Optional} in a group: it calls each with null first.
 */
final class ActionOption {
    private String name = "";
    private String value = "";

    @Option(names = "--text", paramLabel = "TEXT", description = "Send a text message.")
    void text(@Nullable String given) {
        set("text", given);
    }

    @Option(names = "--file", paramLabel = "FILE", description = "Send a file as one binary message.")
    void file(@Nullable String given) {
        set("file", given);
    }

    @Option(names = "--ping", description = "Send a ping.")
    void ping(boolean given) {
        set("ping", given ? "" : null);
    }

    @Option(names = "--wait", paramLabel = "TIME", description = "Wait: 500ms, 5s, 2m; or until the connection ends.")
    void pause(@Nullable String given) {
        set("wait", given);
    }

    @Option(
            names = "--expect",
            paramLabel = "TEXT",
            description = "Wait for the next text message that equals this; those before it are passed over.")
    void expect(@Nullable String given) {
        set("expect", given);
    }

    @Option(
            names = "--expect-file",
            paramLabel = "FILE",
            description = "Wait for the next binary message that equals this file, octet for octet.")
    void expectFile(@Nullable String given) {
        set("expect-file", given);
    }

    @Option(
            names = "--expect-close",
            paramLabel = "CODE",
            description = "Wait for the server to close with this code; 1006: to end without a Close.")
    void expectClose(@Nullable String given) {
        set("expect-close", given);
    }

    @Option(names = "--close", paramLabel = "CODE", description = "Close with this code, and wait for the answer.")
    void close(@Nullable String given) {
        set("close", given);
    }

    Action parse() throws ActionException {
        return Action.parse(name, value, Path.of(""));
    }

    private void set(String option, @Nullable String given) {
        if (given != null) {
            name = option;
            value = given;
        }
    }
}
