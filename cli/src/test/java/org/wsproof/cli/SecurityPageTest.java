package org.wsproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wsproof.conformance.cases.Catalogue;
import org.wsproof.conformance.model.Case;

/** What {@code docs/security.md} promises is held by tests and cases that there are. */
class SecurityPageTest {
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern TEST = Pattern.compile("(\\w+)#(\\w+)");
    private static final Pattern CASE = Pattern.compile("[a-z-]+/[a-z0-9-]+");
    private static final String ANNOTATED = "(?s).*@(Test|ParameterizedTest|TestFactory)\\b.*";
    private static final String LAST_COLUMN = "^\\|.*\\|([^|]*)\\|$";

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new HashMap<>();
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            for (Path module : modules.toList()) {
                sources.putAll(testsOf(module));
            }
        }
        return sources;
    }

    private static Map<String, String> testsOf(Path module) throws IOException {
        Map<String, String> sources = new HashMap<>();
        Path tests = module.resolve("src/test/java");
        if (Files.isDirectory(tests)) {
            try (Stream<Path> files = Files.walk(tests)) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    String name = file.getFileName().toString();
                    sources.put(name.substring(0, name.length() - 5), Files.readString(file));
                }
            }
        }
        return sources;
    }

    /** The holders of each promise: the last cell of each row of a table, its head and its line left out. */
    private static List<List<String>> promises(String page) {
        List<List<String>> promises = new ArrayList<>();
        for (String line : page.lines().toList()) {
            Matcher row = Pattern.compile(LAST_COLUMN).matcher(line);
            if (row.matches()
                    && !row.group(1).strip().equals("held by")
                    && !row.group(1).equals("---")) {
                promises.add(QUOTED.matcher(row.group(1))
                        .results()
                        .map(found -> found.group(1))
                        .toList());
            }
        }
        return promises;
    }

    private static boolean exists(String holder, Map<String, String> sources, Set<String> cases) {
        Matcher test = TEST.matcher(holder);
        if (!test.matches()) {
            return CASE.matcher(holder).matches() && cases.contains(holder);
        }
        String source = sources.getOrDefault(test.group(1), "");
        Matcher method = Pattern.compile("(?:void|Stream<DynamicTest>) " + test.group(2) + "\\(")
                .matcher(source);
        return method.find()
                && source.substring(source.lastIndexOf("\n\n", method.start()), method.start())
                        .matches(ANNOTATED);
    }

    private static Set<String> cases() {
        return Catalogue.all().stream().map(Case::id).collect(Collectors.toSet());
    }

    @Test
    void eachPromiseIsHeldAndWhatHoldsItIsThere() throws IOException {
        List<List<String>> promises = promises(Files.readString(Path.of("../docs/security.md")));
        Map<String, String> sources = sources();
        Set<String> cases = cases();
        assertThat(promises)
                .hasSizeGreaterThan(30)
                .allSatisfy(holders -> assertThat(holders)
                        .isNotEmpty()
                        .allSatisfy(holder -> assertThat(exists(holder, sources, cases))
                                .as(holder)
                                .isTrue()));
    }

    @Test
    void aHolderThatIsNotThereIsFound() throws IOException {
        Map<String, String> sources = sources();
        Set<String> cases = cases();
        assertThat(exists("SecurityPageTest#aHolderThatIsNotThereIsFound", sources, cases))
                .isTrue();
        assertThat(Stream.of(
                        "SecurityPageTest#aHolderThatIsGone",
                        "SecurityPageTest#sources",
                        "NoTest#aHolderThatIsNotThereIsFound",
                        "policy/no-such-case",
                        "SecurityPageTest"))
                .noneMatch(holder -> exists(holder, sources, cases));
    }
}
