package org.wsproof.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.wsproof.sample.client.Action;
import org.wsproof.sample.client.ActionException;
import picocli.CommandLine.Option;

/** One action of the client as an option: exactly one of these is set. A repeated group keeps their order. */
final class ActionOption {
    @Option(names = "--text", paramLabel = "TEXT", description = "Send a text message.")
    private Optional<String> text = Optional.empty();

    @Option(names = "--file", paramLabel = "FILE", description = "Send a file as one binary message.")
    private Optional<String> file = Optional.empty();

    @Option(names = "--ping", description = "Send a ping.")
    private boolean ping;

    @Option(names = "--wait", paramLabel = "TIME", description = "Wait: 500ms, 5s, 2m; or until the connection ends.")
    private Optional<String> pause = Optional.empty();

    @Option(
            names = "--expect",
            paramLabel = "TEXT",
            description = "Wait for the next text message that equals this; those before it are passed over.")
    private Optional<String> expect = Optional.empty();

    @Option(
            names = "--expect-file",
            paramLabel = "FILE",
            description = "Wait for the next binary message that equals this file, octet for octet.")
    private Optional<String> expectFile = Optional.empty();

    @Option(
            names = "--expect-close",
            paramLabel = "CODE",
            description = "Wait for the server to close with this code; 1006: to end without a Close.")
    private Optional<String> expectClose = Optional.empty();

    @Option(names = "--close", paramLabel = "CODE", description = "Close with this code, and wait for the answer.")
    private Optional<String> close = Optional.empty();

    Action parse() throws ActionException {
        Map<String, Optional<String>> values = new LinkedHashMap<>();
        values.put("text", text);
        values.put("file", file);
        values.put("ping", ping ? Optional.of("") : Optional.empty());
        values.put("wait", pause);
        values.put("expect", expect);
        values.put("expect-file", expectFile);
        values.put("expect-close", expectClose);
        values.put("close", close);
        for (Map.Entry<String, Optional<String>> value : values.entrySet()) {
            if (value.getValue().isPresent()) {
                return Action.parse(value.getKey(), value.getValue().get(), Path.of(""));
            }
        }
        throw new IllegalStateException("an action option of no kind");
    }
}
