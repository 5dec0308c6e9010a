package org.wsproof.conformance.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.wsproof.conformance.cases.Catalogue;
import org.wsproof.conformance.judge.Outcome;
import org.wsproof.conformance.judge.Result;
import org.wsproof.conformance.matrix.Matrix.Column;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.CounterExample;
import org.wsproof.conformance.model.Level;
import org.wsproof.conformance.relay.fault.Fault;

/** The second law: a case that cannot fail is no case, and a fault that fails everything proves nothing. */
class MatrixTest {
    /**
     * {@code -Dwsproof.matrix=GLOB} proves only the cases whose id matches, and only the faults that they name; {@code
     * -Dwsproof.matrix.others=1} runs every other case under each fault, not a tenth.
     */
    private static final Selection SELECTION = Selection.asked(Catalogue.all());

    private static Optional<Matrix> ran = Optional.empty();

    @BeforeAll
    static void runEverything() throws IOException, InterruptedException {
        Matrix matrix = new Matrix(SELECTION);
        ran = Optional.of(matrix);
        matrix.run();
        String picture = MatrixPicture.of(matrix, SELECTION.all());
        Files.writeString(Path.of("target", "matrix.txt"), picture);
        System.out.println(picture);
    }

    @Test
    void everyCasePassesThroughTheSoundRelay() {
        Column sound = matrix().columns().get(0);
        assertThat(matrix().alsoFailing(sound)).extracting(MatrixTest::told).isEmpty();
        assertThat(matrix().results(sound)).hasSameSizeAs(SELECTION.proven());
    }

    @Test
    void everyCaseFailsUnderItsCounterExamplesWithTheStatedFact() {
        List<String> wrong = new ArrayList<>();
        for (Case subject : SELECTION.proven()) {
            for (CounterExample example : subject.counterExamples()) {
                Optional<Result> result = matrix().columns().stream()
                        .filter(column -> column.name().equals(example.fault()))
                        .findFirst()
                        .flatMap(column -> matrix().result(column, subject));
                if (result.filter(r -> Matrix.caught(r, example)).isEmpty()) {
                    wrong.add(subject.id() + " under " + example.fault() + " wants «" + example.fact() + "» but "
                            + result.map(MatrixTest::told).orElse("there is no such fault"));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyCaseHasItsCounterExamples() {
        assertThat(SELECTION.proven())
                .allSatisfy(subject -> assertThat(subject.counterExamples())
                        .as(subject.id())
                        .hasSizeGreaterThanOrEqualTo(subject.level() == Level.OBSERVE ? 2 : 1));
    }

    @Test
    void nineInTenOfTheOtherCasesPassUnderAFault() {
        List<String> broad = matrix().columns().stream()
                .filter(matrix()::broad)
                .map(column -> column.name() + " also fails "
                        + matrix().alsoFailing(column).stream()
                                .map(result -> result.subject().id())
                                .toList())
                .toList();
        assertThat(broad).isEmpty();
    }

    @Test
    void everyFaultIsSomeCasesCounterExample() {
        assertThat(Stream.of(Fault.values()).map(Fault::slug))
                .allSatisfy(slug -> assertThat(SELECTION.all())
                        .anySatisfy(subject -> assertThat(subject.counterExamples())
                                .extracting(CounterExample::fault)
                                .contains(slug)));
    }

    private static Matrix matrix() {
        return ran.orElseThrow();
    }

    static boolean good(Result result) {
        return result.outcome() instanceof Outcome.Passed || result.outcome() instanceof Outcome.Observed;
    }

    static String told(Result result) {
        return result.subject().id() + " " + result.outcome().slug() + " "
                + result.outcome().facts();
    }
}
