package org.wsproof.cli.compare;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.wsproof.cli.LiveProgress;
import org.wsproof.conformance.engine.Engine;
import org.wsproof.conformance.engine.Plan;
import org.wsproof.conformance.relay.SoundRelay;
import org.wsproof.conformance.report.comparison.Column;
import org.wsproof.conformance.report.comparison.Comparison;

/** One run a contender, each by itself: side by side they would take time from each other, and timers are judged. */
record Rounds(Plan plan, PrintWriter err) {
    /**
     * Runs them all; one that can't be started has a column that says so.
     *
     * @throws InterruptedException if told to stop; what was started has been stopped then, and what was not run is told
     */
    Comparison run(List<Contender> contenders) throws InterruptedException {
        List<Column> columns = new ArrayList<>();
        for (Contender contender : contenders) {
            String place = columns.size() + 1 + "/" + contenders.size();
            Column column = run(contender, place);
            columns.add(column);
            err.println(place + " " + column.told());
            err.flush();
        }
        return new Comparison(plan.selected(), columns, plan.settings().seed());
    }

    private Column run(Contender contender, String place) throws InterruptedException {
        LiveProgress progress =
                new LiveProgress(err, Boolean.getBoolean("wsproof.live"), plan, place + " " + contender.asked());
        try {
            return Column.of(
                    contender.asked(),
                    contender.again(),
                    Engine.run(contender.recipe(), new SoundRelay(), plan, progress));
        } catch (IOException e) {
            return Column.notStarted(contender.asked(), contender.again(), String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            progress.clear();
            err.println("wsproof compare: interrupted at " + place + " " + contender.asked() + ": " + progress.notRun()
                    + "; what was started has been stopped");
            throw e;
        } finally {
            progress.clear();
        }
    }
}
