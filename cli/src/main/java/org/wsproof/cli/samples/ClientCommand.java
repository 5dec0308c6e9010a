package org.wsproof.cli.samples;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.wsproof.cli.Durations;
import org.wsproof.cli.UsageException;
import org.wsproof.sample.client.Action;
import org.wsproof.sample.client.ActionException;
import org.wsproof.sample.client.Client;
import org.wsproof.sample.client.Destination;
import org.wsproof.sample.client.ScriptFile;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wsproof client}: the tutorial's client, scripted. */
@Command(
        name = "client",
        sortOptions = false,
        description = "Connects to a WebSocket, performs actions in the order given, and prints what arrives and who"
                + " closed. Without an action it sends each line of its input.",
        footer = {
            "",
            "Exit codes: 0 what was expected came; 1 it did not, or the connection broke; 2 usage; 3 unreachable or"
                    + " refused.",
            "",
            "Examples:",
            "  ./wsproof client ws://127.0.0.1:9090/ --text hello --expect hello",
            "  ./wsproof client wss://127.0.0.1:9443/ --insecure --header 'x-ibm-client-id: 1234' --file a.png"
                    + " --expect-file a.png --close 1000",
            "  ./wsproof client ws://127.0.0.1:9090/ --timeout 70s --expect-close 1001"
        })
public final class ClientCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "URL", description = "ws://HOST:PORT/PATH or wss://HOST:PORT/PATH")
    private String url = "";

    @ArgGroup(multiplicity = "0..*", heading = "%nActions, in the order given:%n")
    private List<ActionOption> actions = new ArrayList<>();

    @Option(
            names = "--script",
            paramLabel = "FILE",
            description = "Perform the actions in a file instead, one a line: 'text hello', 'wait 5s'...")
    private Optional<Path> script = Optional.empty();

    @Option(
            names = "--header",
            paramLabel = "'Name: value'",
            description = "Added to the opening handshake; may be repeated.")
    private List<String> headers = new ArrayList<>();

    @Option(names = "--subprotocol", paramLabel = "NAME", description = "Offered to the server; may be repeated.")
    private List<String> subprotocols = new ArrayList<>();

    @Option(names = "--insecure", description = "Accept any certificate, for any host.")
    private boolean insecure;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "For the opening handshake, each expectation and the answer to a Close (default: 10s).")
    private Duration timeout = Duration.ofSeconds(10);

    @Override
    public Integer call() throws UsageException, InterruptedException {
        Client client;
        List<Action> list;
        try {
            URI uri = Destination.uri(url);
            list = list();
            client = new Client(
                    new Destination(uri, Destination.headers(headers), subprotocols, insecure, timeout),
                    spec.commandLine().getOut(),
                    spec.commandLine().getErr());
        } catch (ActionException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        if (!list.isEmpty() || script.isPresent()) {
            return client.play(list);
        }
        return client.sendLines(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
    }

    private List<Action> list() throws ActionException, UsageException {
        if (script.isPresent()) {
            if (!actions.isEmpty()) {
                throw new UsageException("actions are given either by --script or by options");
            }
            return ScriptFile.read(script.get());
        }
        List<Action> list = new ArrayList<>();
        for (ActionOption action : actions) {
            list.add(action.parse());
        }
        return list;
    }
}
