package org.wsproof.cli.cases;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.wsproof.cli.UsageException;
import org.wsproof.conformance.cases.Catalogue;
import org.wsproof.conformance.explain.PlainText;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.report.Style;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wsproof explain}: tells what a case does, what it asks, on what authority and why. */
@Command(
        name = "explain",
        description =
                "Tells what a case sends, what must be seen, on what authority, why it matters, and what fails it.",
        footer = {"", "Examples:", "  ./wsproof explain handshake/basic", "  ./wsproof explain 'idle-timeout/*'"})
public final class ExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            arity = "1..*",
            paramLabel = "CASE",
            description = "The case's id, or a pattern: * is any text, ? any one character.")
    private List<String> patterns = new ArrayList<>();

    @Override
    public Integer call() throws UsageException {
        List<Case> chosen = new Search(Catalogue.all()).found(patterns);
        PrintWriter out = spec.commandLine().getOut();
        PlainText text = new PlainText(new Style(Boolean.getBoolean("wsproof.colour")));
        for (int i = 0; i < chosen.size(); i++) {
            if (i > 0) {
                out.println();
            }
            text.lines(chosen.get(i)).forEach(out::println);
        }
        out.flush();
        return 0;
    }
}
