package org.wsproof.cli.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.wsproof.cli.UsageException;
import org.wsproof.cli.demo.part1.PartOne;
import org.wsproof.cli.demo.part2.PartTwo;
import org.wsproof.cli.demo.scene.Part;
import org.wsproof.cli.demo.scene.Scene;
import org.wsproof.cli.process.StopAtExit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wsproof demo}: plays the tutorial on this machine. */
@Command(
        name = "demo",
        description = "Plays the tutorial: starts the echo server and the gateway, talks through it as the tutorial's"
                + " client, and prints what was observed.",
        footer = {
            "",
            "Exit codes: 0 all was shown; 1 something was not; 2 usage.",
            "",
            "Examples:",
            "  ./wsproof demo",
            "  ./wsproof demo --keep",
            "  ./wsproof demo --part 2"
        })
public final class DemoCommand implements Callable<Integer> {
    private static final int NOT_SHOWN = 1;
    private static final int INTERRUPTED = 130;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--part",
            paramLabel = "1|2",
            description = "Which part of the tutorial: 1 the gateway, 2 who is let in (default: ${DEFAULT-VALUE}).")
    private int part = 1;

    @Option(names = "--keep", description = "Leave everything running until Ctrl-C, and print what to try.")
    private boolean keep;

    @Override
    public Integer call() throws UsageException {
        Part played = part();
        StopAtExit stop = new StopAtExit("wsproof demo");
        PrintWriter err = spec.commandLine().getErr();
        try (Scene scene = Scene.open(played)) {
            return play(played, scene, spec.commandLine().getOut(), err);
        } catch (IOException e) {
            err.println("wsproof demo: " + e.getMessage());
            return NOT_SHOWN;
        } finally {
            stop.close();
        }
    }

    private Part part() throws UsageException {
        String classPath = System.getProperty("java.class.path");
        return switch (part) {
            case 1 -> new PartOne(classPath);
            case 2 -> new PartTwo(classPath);
            default -> throw new UsageException("--part: there is no part " + part + " to play; allowed: 1, 2");
        };
    }

    private int play(Part played, Scene scene, PrintWriter out, PrintWriter err) throws IOException {
        Demo demo = new Demo(scene, out, err);
        try {
            introduce(scene, out);
            if (!demo.play(played.steps(scene))) {
                return NOT_SHOWN;
            }
            if (keep) {
                out.println();
                played.toTry(scene).forEach(out::println);
                out.flush();
                demo.watch();
                return NOT_SHOWN;
            }
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println("wsproof demo: interrupted; what was started is being stopped");
            return INTERRUPTED;
        }
    }

    private static void introduce(Scene scene, PrintWriter out) throws IOException {
        out.println("wsproof demo: the tutorial on this machine. The gateway's configuration:");
        out.println();
        Files.readAllLines(scene.file(Scene.CONFIGURATION)).forEach(line -> out.println("    " + line));
        out.println();
        scene.ports().moved().forEach(out::println);
        out.flush();
    }
}
