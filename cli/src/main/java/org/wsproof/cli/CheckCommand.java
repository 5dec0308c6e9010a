package org.wsproof.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.wsproof.cli.targets.TargetOptions;
import org.wsproof.conformance.cases.Catalogue;
import org.wsproof.conformance.engine.Plan;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.stage.Settings;
import org.wsproof.conformance.stage.Token;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.recipes.KnownFailing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wsproof check}: puts a proxy to the test. */
@Command(
        name = "check",
        sortOptions = false,
        description = "Plays both ends of a proxy and judges what passes between them. Without a target it judges the"
                + " bundled gateway.",
        footer = {
            "",
            "Exit codes: 0 no MUST is broken; 1 a MUST is broken; 2 usage; 3 the target can't be reached or set up, or was lost;"
                    + " 4 a fault of the kit.",
            "",
            "Examples:",
            "  ./wsproof check",
            "  ./wsproof check --recipe nginx --case 'close/*' --repeat 5",
            "  ./wsproof check ws://127.0.0.1:8080/ --origin-listen 127.0.0.1:9000",
            "  ./wsproof check --target target.yaml",
            "  ./wsproof check wss://gateway.example/echo --one-sided"
        })
final class CheckCommand implements Callable<Integer> {
    private static final String NONE = "none";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private TargetOptions targets = new TargetOptions();

    @Option(names = "--case", paramLabel = "GLOB", description = "Only cases whose id matches; may be repeated.")
    private List<String> cases = new ArrayList<>();

    @Option(names = "--exclude", paramLabel = "GLOB", description = "No case whose id matches; may be repeated.")
    private List<String> excluded = new ArrayList<>();

    @Option(
            names = "--report",
            paramLabel = "KIND=FILE",
            description =
                    "Also write a report to a file: json=FILE, html=FILE to look at, or junit=FILE for a build server; may"
                            + " be repeated.")
    private List<String> reports = new ArrayList<>();

    @Option(
            names = "--known-failing",
            paramLabel = "FILE",
            description = "Cases that are known to fail, one id a line; one that passes fails the run. A recipe brings"
                    + " its own list; 'none' switches it off.")
    private Optional<String> known = Optional.empty();

    @Option(names = "--jobs", paramLabel = "N", description = "Cases at a time (default: ${DEFAULT-VALUE}).")
    private int jobs = 8;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            description = "Run each case so often, and name those that are not the same each time (default:"
                    + " ${DEFAULT-VALUE}). The worst counts.")
    private int repeat = 1;

    @Option(
            names = "--token",
            paramLabel = "WHERE",
            description =
                    "Where requests carry the mark that tells cases apart: query, path or header (default: query).")
    private Token token = Token.QUERY;

    @Option(names = "--seed", paramLabel = "N", description = "Of what is random in a run (default: ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(names = "--list", description = "List the cases and run none.")
    private boolean list;

    @Override
    public Integer call() throws UsageException, IOException {
        List<Case> chosen = new Selection(Catalogue.all()).chosen(cases, excluded);
        PrintWriter out = spec.commandLine().getOut();
        if (list) {
            list(targets.oneSided() ? chosen.stream().filter(Case::oneSided).toList() : chosen, out);
            return 0;
        }
        atLeastOne("--jobs", jobs);
        atLeastOne("--repeat", repeat);
        Recipe recipe = targets.target();
        List<Case> catalogue = recipe.oneSided() ? Catalogue.oneSided() : Catalogue.all();
        OneSided part =
                recipe.oneSided() ? OneSided.of(chosen, catalogue, recipe.profiles()) : new OneSided(chosen, "");
        KnownFailing expected = expected(recipe);
        List<ReportFile> files = new ArrayList<>();
        for (String report : reports) {
            files.add(ReportFile.parse(report));
        }
        Plan plan = new Plan(part.judged(), catalogue, jobs, repeat, new Settings(seed, token), expected.known());
        out.println(header(part.judged().size(), expected));
        if (!part.leftOut().isEmpty()) {
            out.println("left out: " + part.leftOut());
        }
        out.println();
        out.flush();
        return new Run(recipe, plan, expected, repeated())
                .perform(files, out, spec.commandLine().getErr());
    }

    private static void atLeastOne(String option, int value) throws UsageException {
        if (value < 1) {
            throw new UsageException(option + " must be 1 or more");
        }
    }

    private String header(int count, KnownFailing expected) {
        String header = "wsproof check: " + targets.described() + ", " + count + " cases, seed " + seed;
        return expected.reasons().isEmpty()
                ? header
                : header + System.lineSeparator() + "known to fail: "
                        + expected.reasons().size() + " cases of " + expected.source()
                        + (known.isPresent() ? "" : " (--known-failing none switches it off)");
    }

    private KnownFailing expected(Recipe recipe) throws UsageException {
        if (known.isPresent() && known.get().equals(NONE)) {
            return KnownFailing.none();
        }
        Set<String> ids = Catalogue.all().stream().map(Case::id).collect(Collectors.toSet());
        try {
            if (known.isEmpty()) {
                return KnownFailing.of(recipe, ids).orElse(KnownFailing.none());
            }
            try (Reader reader = Files.newBufferedReader(Path.of(known.get()))) {
                return KnownFailing.read(known.get(), reader, ids);
            }
        } catch (java.nio.file.NoSuchFileException e) {
            throw new UsageException("--known-failing: there is no file " + known.orElse(""));
        } catch (IOException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private String repeated() {
        return "./wsproof check" + targets.repeated()
                + known.map(file -> " --known-failing " + file).orElse("")
                + (token == Token.QUERY ? "" : " --token " + token.name().toLowerCase(Locale.ROOT));
    }

    private static void list(List<Case> selected, PrintWriter out) {
        int width = selected.stream().mapToInt(one -> one.id().length()).max().orElse(0);
        for (Case one : selected) {
            out.println(String.format(
                    "%-" + width + "s  %-7s  %-15s  %s",
                    one.id(),
                    one.level(),
                    one.profile().slug(),
                    one.sentence()));
        }
        out.flush();
    }
}
