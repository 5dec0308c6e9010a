package org.wsproof.cli.describe;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wsproof.cli.UsageException;
import org.wsproof.proxy.config.ConfigurationLoader;
import org.wsproof.proxy.config.MultiProtocolGateway;
import org.wsproof.proxy.config.yaml.ConfigurationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wsproof describe}: writes the document that a developer portal would publish. */
@Command(
        name = "describe",
        description = {
            "Writes the document that a developer portal would publish for a gateway's WebSocket, in YAML.",
            "It tells addresses, how to connect, what a client must send and what refusals mean. Nothing in it is secret:"
                    + " neither the backside nor a key."
        },
        footer = {
            "",
            "Exit codes: 0 written; 2 usage, or a mistake in the configuration.",
            "",
            "Examples:",
            "  ./wsproof describe gateway.yaml --format openapi",
            "  ./wsproof describe gateway.yaml --format asyncapi --out websocket.yaml",
            "  ./wsproof describe gateway.yaml --format openapi --address wss://api.example/"
        })
public final class DescribeCommand implements Callable<Integer> {
    private static final int MISTAKE = 2;
    private static final Pattern SUBPROTOCOL = Pattern.compile("[!#$%&*+.^_|~0-9A-Za-z-]+");
    private static final Pattern FIELD =
            Pattern.compile("(?!(?i)(?:Sec-WebSocket-|Host$|Connection$|Upgrade$))[0-9A-Za-z_-]+");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "CONFIG", description = "The gateway's configuration, a YAML file.")
    private Path config = Path.of("");

    @Option(
            names = "--format",
            required = true,
            paramLabel = "openapi|asyncapi",
            description = "OpenAPI 3.0 or AsyncAPI 3.0.")
    private Format format = Format.OPENAPI;

    @Option(names = "--gateway", paramLabel = "NAME", description = "Which one, where the file has several.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--address",
            paramLabel = "URL",
            description = "Where clients reach it, wss://api.example/chat say, in the place of where it listens; may be"
                    + " repeated.")
    private List<String> addresses = new ArrayList<>();

    @Option(
            names = "--subprotocol",
            paramLabel = "NAME",
            description = "One that the service behind speaks; may be repeated.")
    private List<String> subprotocols = new ArrayList<>();

    @Option(
            names = "--credential",
            paramLabel = "FIELD",
            description = "A header field that the authorization URL wants of clients, X-IBM-Client-Id say; may be"
                    + " repeated.")
    private List<String> credentials = new ArrayList<>();

    @Option(
            names = "--api-version",
            paramLabel = "TEXT",
            description = "The document's version (default: ${DEFAULT-VALUE}).")
    private String version = "1.0.0";

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it (default: standard output).")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() throws UsageException {
        PrintWriter err = spec.commandLine().getErr();
        try {
            MultiProtocolGateway gateway =
                    gateway(ConfigurationLoader.load(config).gateways());
            write(format.text(new ServiceReader(gateway, told()).read()));
            return 0;
        } catch (ConfigurationException mistake) {
            err.println(mistake.getMessage());
            return MISTAKE;
        }
    }

    private MultiProtocolGateway gateway(List<MultiProtocolGateway> gateways) throws UsageException {
        List<MultiProtocolGateway> meant = gateways.stream()
                .filter(each -> name.isEmpty() || name.get().equals(each.name()))
                .toList();
        if (meant.size() == 1) {
            return meant.get(0);
        }
        String names = gateways.stream().map(MultiProtocolGateway::name).collect(Collectors.joining(", "));
        throw new UsageException(
                meant.isEmpty()
                        ? "--gateway: there is no '" + name.orElse("") + "'; the file has " + names
                        : "the file has several gateways, say which with --gateway: " + names);
    }

    private ServiceReader.Told told() throws UsageException {
        List<PublicAddress> parsed = new ArrayList<>();
        for (String each : addresses) {
            parsed.add(PublicAddress.parse(each)
                    .orElseThrow(() -> new UsageException(
                            "--address: '" + each + "' is no address for clients; write " + PublicAddress.FORM)));
        }
        require("--subprotocol", SUBPROTOCOL, subprotocols, "the name of a subprotocol (RFC 6455 section 4.1)");
        require("--credential", FIELD, credentials, "the name of a header field that a client may choose");
        return new ServiceReader.Told(version, parsed, subprotocols, credentials);
    }

    private static void require(String option, Pattern form, List<String> values, String allowed)
            throws UsageException {
        for (String each : values) {
            if (!form.matcher(each).matches()) {
                throw new UsageException(option + ": '" + each + "' is not " + allowed);
            }
        }
    }

    private void write(String text) throws UsageException {
        if (out.isEmpty()) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
            return;
        }
        try {
            Files.writeString(out.get(), text);
        } catch (IOException e) {
            throw new UsageException(
                    "--out: " + out.get() + " can't be written (" + e.getClass().getSimpleName() + ")");
        }
    }
}
