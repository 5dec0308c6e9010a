package org.wsproof.cli;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wsproof gateway}: runs the bundled gateway until it is told to stop. */
@Command(
        name = "gateway",
        description = {
            "Runs the bundled gateway from a configuration file, until it is interrupted.",
            "",
            "A change of the file, or of a file that it names, is served at once: no tunnel is cut, and new requests meet the"
                    + " new configuration. One with a mistake is refused with a line in the log, and the one before goes on.",
            "",
            "SIGTERM or Ctrl-C drains: nobody new is let in, each tunnel is told Close 1001, requests are answered, and the"
                    + " process ends as soon as nothing is open, a second after the longest drain-grace (30s unless said) at"
                    + " the latest. The exit code is then 143 or 130. SIGKILL ends it at once.",
        },
        footer = {
            "",
            "Examples:",
            "  ./wsproof gateway gateway.yaml",
            "  ./wsproof gateway gateway.yaml --logic working-hours.jar"
        })
final class GatewayCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CONFIG", description = "The gateway's configuration, a YAML file.")
    private Path config = Path.of("");

    @Option(
            names = "--logic",
            paramLabel = "JAR",
            description =
                    "Where additional logic is that the configuration names: a jar, or a folder of classes; may be"
                            + " repeated.")
    private List<Path> logic = List.of();

    @Override
    public Integer call() throws UsageException, MalformedURLException {
        Thread.currentThread().setContextClassLoader(withLogic());
        // Before the first logger is made: for a gateway that runs for itself, its log is what a person looks at.
        System.setProperty("wsproof.log", System.getProperty("wsproof.log", "INFO"));
        return org.wsproof.proxy.Main.run(List.of(config.toString()), System.out, System.err);
    }

    /** For the reader of the configuration, which asks for services by this thread's loader, and whose threads inherit it. */
    private ClassLoader withLogic() throws UsageException, MalformedURLException {
        URL[] places = new URL[logic.size()];
        for (int i = 0; i < places.length; i++) {
            if (!Files.isReadable(logic.get(i))) {
                throw new UsageException(
                        "--logic: " + logic.get(i) + " can't be read; expected: a jar or a folder of classes");
            }
            places[i] = logic.get(i).toUri().toURL();
        }
        return new URLClassLoader(places, getClass().getClassLoader());
    }
}
