package org.wsproof.cli.targets;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import org.wsproof.cli.UsageException;
import org.wsproof.conformance.targets.file.TargetFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wsproof target}: files that describe a proxy of one's own. */
@Command(
        name = "target",
        description = "Writes a file that describes your own proxy, for 'check --target' and 'compare'.",
        subcommands = TargetCommand.Init.class,
        synopsisSubcommandLabel = "init",
        footer = {"", "Example:", "  ./wsproof target init my-proxy.yaml"})
public final class TargetCommand implements Callable<Integer> {
    /** Alone it has nothing to do. */
    @Override
    public Integer call() throws UsageException {
        throw new UsageException("say what to do: wsproof target init [FILE]");
    }

    /** {@code wsproof target init}. */
    @Command(
            name = "init",
            description = "Writes a commented target file to start from; never over one that is there.",
            footer = {
                "",
                "Examples:",
                "  ./wsproof target init my-proxy.yaml",
                "  ./wsproof check --target my-proxy.yaml",
                "  ./wsproof compare my-proxy.yaml nginx haproxy"
            })
    public static final class Init implements Callable<Integer> {
        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(
                arity = "0..1",
                paramLabel = "FILE",
                defaultValue = "target.yaml",
                description = "Where to (default: ${DEFAULT-VALUE}).")
        private Path file = Path.of("");

        @Override
        public Integer call() throws UsageException {
            try {
                Files.writeString(file, TargetFile.template(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            } catch (FileAlreadyExistsException e) {
                throw new UsageException(file + " is there already, and is left as it is");
            } catch (IOException e) {
                throw new UsageException(file + " can't be written: "
                        + e.getClass().getSimpleName().replaceAll("([a-z])([A-Z])", "$1 $2"));
            }
            PrintWriter out = spec.commandLine().getOut();
            out.println("wrote " + file + "; fill it in, then: ./wsproof check --target " + file);
            out.flush();
            return 0;
        }
    }
}
