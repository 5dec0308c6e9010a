package org.wsproof.junit;

import java.io.PrintStream;
import org.wsproof.conformance.judge.Outcome;
import org.wsproof.conformance.judge.Result;
import org.wsproof.conformance.report.JunitCase;
import org.wsproof.conformance.targets.recipes.KnownFailing;

/**
 * Tells JUnit what came of a case.
 *
 * @param warningsFail whether a SHOULD broken fails its test
 * @param out for what there is to say of a test that passes
 */
record Telling(KnownFailing known, boolean warningsFail, PrintStream out) {
    /**
     * Returns if the case's test passes; else throws what JUnit takes for failed, broken or aborted. Messages begin with the case's id: some
     * reports know a dynamic test by its number only.
     */
    void of(Result result) {
        JunitCase told = JunitCase.of(result, known.known(), known.reasons());
        String id = result.subject().id();
        switch (told.kind()) {
            case GOOD -> {}
            case TOLD -> tell(told);
            case SKIPPED -> throw new NotTestedException(id + ": " + told.message());
            case FAILURE -> throw new CaseFailedError(id + ": " + told.message() + "\n\n" + told.text() + again(id));
            case ERROR ->
                throw new NotTheTargetsFaultException(
                        id + ": " + result.outcome().slug() + ", which is no fault of the target's: " + told.message()
                                + "\n\n" + told.text() + again(id));
        }
    }

    private void tell(JunitCase told) {
        String id = told.result().subject().id();
        if (warningsFail && told.result().outcome() instanceof Outcome.Warned) {
            throw new CaseFailedError(id + ": " + told.text() + again(id));
        }
        out.println(id + ": " + told.text().strip());
    }

    private static String again(String id) {
        return "\nagain: -D" + Choice.ONLY + "=" + id + "\n";
    }
}
