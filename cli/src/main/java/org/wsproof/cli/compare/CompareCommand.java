package org.wsproof.cli.compare;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.wsproof.cli.Exit;
import org.wsproof.cli.Selection;
import org.wsproof.cli.UsageException;
import org.wsproof.cli.process.StopAtExit;
import org.wsproof.conformance.cases.Catalogue;
import org.wsproof.conformance.engine.Known;
import org.wsproof.conformance.engine.Plan;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.report.Style;
import org.wsproof.conformance.report.comparison.About;
import org.wsproof.conformance.report.comparison.Comparison;
import org.wsproof.conformance.report.comparison.TerminalTable;
import org.wsproof.conformance.stage.Settings;
import org.wsproof.conformance.stage.Token;
import org.wsproof.conformance.targets.recipes.containers.Via;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wsproof compare}: puts several proxies to the same cases, one after another. */
@Command(
        name = "compare",
        sortOptions = false,
        description = "Puts several proxies to the same cases, one after another, and shows them side by side. Known"
                + " failures are not excused: a comparison shows what is.",
        footer = {
            "",
            "One that can't be started, or is lost in mid-run, does not stop the others.",
            "",
            "Exit codes: 0 each ran to its end, whatever it broke; 2 usage; 3 one could not be started or set up, or was lost;"
                    + " 4 a fault of the kit.",
            "",
            "Examples:",
            "  ./wsproof compare wsproof nginx haproxy --report html=comparison.html",
            "  ./wsproof compare nginx my-proxy.yaml --case 'close/*' --report md=comparison.md"
        })
public final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "1..*",
            paramLabel = "RECIPE",
            description =
                    "A proxy that is started for its run, by the name that 'check --recipe' knows it by; wsproof is the"
                            + " bundled gateway, and FILE.yaml a proxy that you started ('wsproof target init' writes such a file).")
    private List<String> asked = new ArrayList<>();

    @Option(
            names = "--via",
            paramLabel = "HOW",
            description = "native or container, as in 'check'; what has no image runs as a program all the same.")
    private Optional<Via> via = Optional.empty();

    @Option(names = "--case", paramLabel = "GLOB", description = "Only cases whose id matches; may be repeated.")
    private List<String> cases = new ArrayList<>();

    @Option(names = "--exclude", paramLabel = "GLOB", description = "No case whose id matches; may be repeated.")
    private List<String> excluded = new ArrayList<>();

    @Option(
            names = "--report",
            paramLabel = "KIND=FILE",
            description = "Also write it to a file: html=FILE to look at (a matrix that opens each trace), md=FILE, or"
                    + " json=FILE for programs; may be repeated.")
    private List<String> reports = new ArrayList<>();

    @Option(names = "--jobs", paramLabel = "N", description = "Cases at a time (default: ${DEFAULT-VALUE}).")
    private int jobs = 8;

    @Option(names = "--seed", paramLabel = "N", description = "Of what is random in a run (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Override
    public Integer call() throws UsageException {
        List<Case> chosen = new Selection(Catalogue.all()).chosen(cases, excluded);
        if (jobs < 1) {
            throw new UsageException("--jobs must be 1 or more");
        }
        List<Contender> contenders = contenders();
        List<ComparisonFile> files = new ArrayList<>();
        for (String report : reports) {
            files.add(ComparisonFile.parse(report));
        }
        Plan plan = new Plan(chosen, Catalogue.all(), jobs, 1, new Settings(seed, Token.QUERY), Known.none());
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                "wsproof compare: " + String.join(", ", asked) + ", " + chosen.size() + " cases each, seed " + seed);
        out.flush();
        return compared(contenders, plan, files);
    }

    private List<Contender> contenders() throws UsageException {
        List<Contender> contenders = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String name : asked) {
            if (!names.add(name)) {
                throw new UsageException("'" + name + "' is named twice");
            }
            contenders.add(Contender.of(name, via));
        }
        return contenders;
    }

    private int compared(List<Contender> contenders, Plan plan, List<ComparisonFile> files) {
        PrintWriter err = spec.commandLine().getErr();
        StopAtExit stop = new StopAtExit("wsproof compare");
        try {
            Comparison comparison = new Rounds(plan, err).run(contenders);
            spec.commandLine().getOut().println();
            new TerminalTable(spec.commandLine().getOut(), new Style(Boolean.getBoolean("wsproof.colour")))
                    .write(comparison);
            About about = new About(typed(), ZonedDateTime.now(ZoneId.systemDefault()));
            for (ComparisonFile file : files) {
                file.write(comparison, about);
            }
            return comparison.exitCode();
        } catch (IOException e) {
            err.println("wsproof compare: the report could not be written: " + e);
            return Exit.FAULT;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Exit.INTERRUPTED;
        } finally {
            stop.close();
        }
    }

    private String typed() {
        List<String> words = new ArrayList<>(List.of("./wsproof", "compare"));
        words.addAll(asked);
        cases.forEach(glob -> words.addAll(List.of("--case", "'" + glob + "'")));
        excluded.forEach(glob -> words.addAll(List.of("--exclude", "'" + glob + "'")));
        via.ifPresent(how -> words.addAll(List.of("--via", how.name().toLowerCase(Locale.ROOT))));
        words.addAll(List.of("--seed", Long.toString(seed)));
        return String.join(" ", words);
    }
}
