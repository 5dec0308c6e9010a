package org.wsproof.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.wsproof.cli.bench.BenchCommand;
import org.wsproof.cli.cases.ExplainCommand;
import org.wsproof.cli.compare.CompareCommand;
import org.wsproof.cli.demo.DemoCommand;
import org.wsproof.cli.describe.DescribeCommand;
import org.wsproof.cli.samples.ClientCommand;
import org.wsproof.cli.samples.EchoCommand;
import org.wsproof.cli.targets.TargetCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;

/** The command {@code wsproof}. */
@Command(
        name = "wsproof",
        description = "Proves that a proxy speaks WebSocket.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Main.Version.class,
        subcommands = {
            CheckCommand.class,
            CompareCommand.class,
            ExplainCommand.class,
            TargetCommand.class,
            GatewayCommand.class,
            DescribeCommand.class,
            EchoCommand.class,
            ClientCommand.class,
            DemoCommand.class,
            BenchCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Example:", "  ./wsproof check --recipe nginx"})
public final class Main {
    private Main() {}

    /** Writes UTF-8 whatever the locale: reports have more than ASCII in them. */
    public static void main(String[] args) {
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        int exit = run(args, out, err);
        out.flush();
        err.flush();
        System.exit(exit);
    }

    /** Does what the arguments say; returns the exit code. */
    static int run(String[] args, PrintWriter out, PrintWriter err) {
        CommandLine line = new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Main::usage)
                .setExecutionExceptionHandler(Main::failed);
        if (args.length == 0) {
            line.usage(err);
            return Exit.USAGE;
        }
        return line.execute(args);
    }

    private static int usage(ParameterException e, String[] args) {
        return usage(e.getCommandLine(), String.valueOf(e.getMessage()));
    }

    private static int failed(Exception e, CommandLine line, CommandLine.ParseResult parsed) {
        if (e instanceof UsageException) {
            return usage(line, String.valueOf(e.getMessage()));
        }
        line.getErr().println(line.getCommandSpec().qualifiedName() + ": a fault of wsproof itself:");
        e.printStackTrace(line.getErr());
        return Exit.FAULT;
    }

    private static int usage(CommandLine line, String message) {
        String name = line.getCommandSpec().qualifiedName();
        line.getErr().println(name + ": " + message + " (try '" + name + " --help')");
        return Exit.USAGE;
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }

    /** The version in the jar's manifest. */
    public static final class Version implements IVersionProvider {
        /** The version alone; {@code development} outside of a jar. */
        public static String text() {
            return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                    .orElse("development");
        }

        @Override
        public String[] getVersion() {
            return new String[] {"wsproof " + text()};
        }
    }
}
