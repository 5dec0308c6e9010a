package org.wsproof.junit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.wsproof.conformance.engine.Plan;
import org.wsproof.conformance.stage.Settings;
import org.wsproof.conformance.stage.Token;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.file.TargetFile;
import org.wsproof.conformance.targets.recipes.KnownFailing;
import org.wsproof.conformance.targets.recipes.NativeProxies;

/**
 * Makes tests of the kit's cases, for a method with {@code @TestFactory}:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> speaksWebSocket() throws Exception {
 *     return WsproofTests.against(RunningProxy.at("ws://127.0.0.1:8080/", KitAddress.of(9000)))
 *             .suites("handshake", "passthrough", "close")
 *             .without("close/crossing")
 *             .knownFailing(Path.of("src/test/known-failing"))
 *             .tests();
 * }
 * }</pre>
 *
 * <p>A container a suite, a test a case, in the catalogue's order. A MUST broken fails its test, with what was expected, what
 * was seen instead, and the trace. A SHOULD broken is printed and fails nothing, unless {@link #warningsFail}. What an OBSERVE case saw is
 * printed. What the target does not offer, what depends on a case that failed, and what is known to fail, is aborted with the
 * reason (build tools say skipped). A fault of the kit or of the set-up, and a target that is lost, is an error other than an assertion: it accuses nobody.
 *
 * <p>The cases run side by side, as {@code wsproof check} has them, whether or not the tests do: a test waits for its own case, and one that
 * fails for the end of the run, since each failure is first repeated through a sound proxy. With {@code -Dwsproof.case=GLOB} only cases
 * whose id matches are run. Not thread-safe.
 */
public final class WsproofTests {
    private final Recipe recipe;
    private final Releasing releasing;
    private final Choice choice = new Choice();
    private Optional<Path> known = Optional.empty();
    private boolean warningsFail;
    private int jobs = 8;
    private long seed = 1;
    private Token token = Token.QUERY;

    private WsproofTests(Recipe recipe, Releasing releasing) {
        this.recipe = recipe;
        this.releasing = releasing;
    }

    /** Lets go of what is kept for the run. */
    private interface Releasing {
        void now() throws IOException;
    }

    /** Tests of a proxy that runs already when {@link #tests} is called. */
    public static WsproofTests against(RunningProxy proxy) {
        return new WsproofTests(proxy.recipe(), proxy::release);
    }

    /**
     * The same of one that a file describes, as {@code wsproof target init} writes it.
     *
     * @throws IOException if the file can't be read or has a mistake: {@code file:line: key: what it is; what is allowed}
     */
    public static WsproofTests against(Path targetFile) throws IOException {
        return against(TargetFile.read(targetFile));
    }

    /** Tests of a proxy that the kit starts before the first case, and stops behind the last. */
    public static WsproofTests against(Recipe recipe) {
        return new WsproofTests(recipe, () -> {});
    }

    /**
     * The same of a program on this machine.
     *
     * @param name {@code nginx}, {@code haproxy}… as {@code wsproof check --recipe} knows it
     * @throws IllegalArgumentException if there is none of that name; it tells which there are
     */
    public static WsproofTests againstRecipe(String name) {
        List<Recipe> all = new ArrayList<>(NativeProxies.all());
        return against(all.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no recipe '" + name + "': give one of "
                        + String.join(", ", all.stream().map(Recipe::name).toList()))));
    }

    /** Cases of these suites, {@code handshake} say; with {@link #cases} both are run, with neither all cases. */
    public WsproofTests suites(String... names) {
        choice.suites().addAll(List.of(names));
        return this;
    }

    /** Cases whose id matches one of these: {@code *} is any text, {@code ?} any one character. */
    public WsproofTests cases(String... globs) {
        choice.cases().addAll(List.of(globs));
        return this;
    }

    /** No case whose id matches one of these. */
    public WsproofTests without(String... globs) {
        choice.without().addAll(List.of(globs));
        return this;
    }

    /**
     * A list of cases that are known to fail: one id a line, behind it {@code sometimes} if it passes in some runs, then {@code #} and
     * the reason. They run, and do not count when they fail; one that passes fails its test, as the list is then out of date. A recipe
     * brings a list of its own, which this replaces.
     */
    public WsproofTests knownFailing(Path file) {
        known = Optional.of(file);
        return this;
    }

    /** A SHOULD broken fails its test. */
    public WsproofTests warningsFail() {
        warningsFail = true;
        return this;
    }

    /**
     * Cases at a time.
     *
     * @param count 1 or more; 8 unless given
     */
    public WsproofTests jobs(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("jobs(" + count + "): 1 or more");
        }
        jobs = count;
        return this;
    }

    /** Of what is random in a run; 1 unless given. */
    public WsproofTests seed(long value) {
        seed = value;
        return this;
    }

    /** Where requests carry the mark that tells cases apart: {@link Token#QUERY} unless given; another if the proxy drops queries. */
    public WsproofTests token(Token where) {
        token = where;
        return this;
    }

    /**
     * Opens the kit's own ends, starts the run, and returns the tests that tell what comes of it. JUnit closes the stream, which waits for the run's
     * end: what the kit opened and started is then closed and stopped. If nothing passed, closing fails.
     *
     * @throws IllegalArgumentException if there is no such suite, a pattern matches no case, or none is left
     * @throws IOException if the proxy can't be started or reached, an address of the kit's is in use, or the list of known failures has a
     *     mistake; the message is one line for a person
     */
    public Stream<DynamicNode> tests() throws IOException, InterruptedException {
        Choice.Chosen chosen = choice.of(recipe);
        KnownFailing expected = choice.knownFailing(recipe, known);
        releasing.now();
        Plan plan = new Plan(chosen.cases(), chosen.catalogue(), jobs, 1, new Settings(seed, token), expected.known());
        Run run = Run.start(recipe, plan);
        return new Nodes(run, plan, new Telling(expected, warningsFail, System.out)).stream();
    }
}
