package org.wsproof.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code wsproof gateway}: runs the bundled gateway until it is told to stop. */
@Command(
        name = "gateway",
        description = "Runs the bundled gateway from a configuration file, until it is interrupted.",
        footer = {"", "Example:", "  ./wsproof gateway gateway.yaml"})
final class GatewayCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CONFIG", description = "The gateway's configuration, a YAML file.")
    private Path config = Path.of("");

    @Override
    public Integer call() {
        // Before the first logger is made: for a gateway that runs for itself, its log is what a person looks at.
        System.setProperty("wsproof.log", System.getProperty("wsproof.log", "INFO"));
        return org.wsproof.proxy.Main.run(List.of(config.toString()), System.out, System.err);
    }
}
