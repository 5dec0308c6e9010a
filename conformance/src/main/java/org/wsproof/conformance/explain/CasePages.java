package org.wsproof.conformance.explain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.wsproof.conformance.cases.Catalogue;
import org.wsproof.conformance.model.Case;

/** The pages in {@code docs/cases}: one for each suite, and an index. */
final class CasePages {
    /** What writes the pages. */
    static final String COMMAND = "mvn -q -pl conformance -am test -Dtest=CasePagesTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dwsproof.pages=write";

    private static final String INDEX = "README.md";

    /** On top of each page, for whoever would edit it. */
    private static final String GENERATED =
            "<!-- Written from the cases themselves: change those, then run\n" + COMMAND + "\n-->\n\n";

    private CasePages() {}

    /** Writes the pages into a folder, and takes away those that no suite has any more. */
    static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Map<String, String> pages = of(Catalogue.all());
        try (Stream<Path> there = Files.list(folder)) {
            for (Path page : there.toList()) {
                if (page.toString().endsWith(".md")
                        && !pages.containsKey(page.getFileName().toString())) {
                    Files.delete(page);
                }
            }
        }
        for (Map.Entry<String, String> page : pages.entrySet()) {
            Files.writeString(folder.resolve(page.getKey()), page.getValue());
        }
    }

    /** The pages' texts by their file names. */
    static Map<String, String> of(List<Case> cases) {
        Map<String, List<Case>> suites = new LinkedHashMap<>();
        cases.forEach(one ->
                suites.computeIfAbsent(one.suite(), suite -> new ArrayList<>()).add(one));
        Map<String, String> pages = new TreeMap<>();
        suites.forEach((suite, members) -> pages.put(suite + ".md", page(suite, members)));
        pages.put(INDEX, index(suites, cases.size()));
        return pages;
    }

    private static String page(String suite, List<Case> members) {
        StringBuilder page = new StringBuilder("# " + suite + "\n\n");
        page.append(GENERATED).append("[All suites](README.md).\n\n").append(table(members, ""));
        Markdown markdown = new Markdown();
        members.forEach(one ->
                page.append('\n').append(markdown.of(one).stripTrailing()).append('\n'));
        return page.toString();
    }

    private static String index(Map<String, List<Case>> suites, int count) {
        StringBuilder page = new StringBuilder("# The cases\n\n");
        page.append(GENERATED)
                .append(count)
                .append(
                        " cases: what each sends, what must be seen, on what authority, why it matters, and what fails it."
                                + " `./wsproof explain CASE` prints the same.\n\n")
                .append("In what is sent, `<target>` is a request target that tells the case's request from others,"
                        + " `<key>` a fresh Sec-WebSocket-Key, `<accept>` the accept value for the key that the origin"
                        + " received, and `<host>` the frontside's authority.\n");
        suites.forEach((suite, members) ->
                page.append("\n## [" + suite + "](" + suite + ".md)\n\n").append(table(members, suite + ".md")));
        return page.toString();
    }

    private static String table(List<Case> members, String page) {
        StringBuilder table =
                new StringBuilder("| case | level | basis | what a sound proxy does |\n|---|---|---|---|\n");
        for (Case one : members) {
            table.append("| ")
                    .append(Markdown.link(one.id(), page + "#" + one.id().replace("/", "")))
                    .append(" | ")
                    .append(one.level())
                    .append(" | ")
                    .append(Markdown.basis(one.basis(), one.basis().toString()))
                    .append(" | ")
                    .append(Markdown.escaped(one.sentence()))
                    .append(" |\n");
        }
        return table.toString();
    }
}
