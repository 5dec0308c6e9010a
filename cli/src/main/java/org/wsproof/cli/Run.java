package org.wsproof.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.wsproof.cli.process.StopAtExit;
import org.wsproof.conformance.engine.Engine;
import org.wsproof.conformance.engine.Plan;
import org.wsproof.conformance.engine.Report;
import org.wsproof.conformance.relay.SoundRelay;
import org.wsproof.conformance.report.HtmlReport;
import org.wsproof.conformance.report.Style;
import org.wsproof.conformance.report.TerminalReport;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.recipes.KnownFailing;

/**
 * One run of the kit, with its reports.
 *
 * @param repeated the command that a failure's case can be repeated with
 */
record Run(Recipe recipe, Plan plan, KnownFailing known, String repeated) {
    /** Returns the exit code. */
    int perform(List<ReportFile> files, PrintWriter out, PrintWriter err) {
        // The start script knows what is a terminal; System.console() says so of a file too, from JDK 22 on.
        Style style = new Style(Boolean.getBoolean("wsproof.colour"));
        TerminalReport told = new TerminalReport(out, style, repeated, known.reasons());
        LiveProgress progress = new LiveProgress(err, Boolean.getBoolean("wsproof.live"), plan);
        StopAtExit stop = new StopAtExit("wsproof check");
        try {
            Report report = Engine.run(recipe, new SoundRelay(), plan, progress);
            progress.clear();
            told.write(report);
            return written(files, report, err) ? report.exitCode() : Exit.FAULT;
        } catch (IOException e) {
            progress.clear();
            err.println("wsproof check: " + e.getMessage());
            return Exit.UNREACHABLE;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            progress.clear();
            err.println("wsproof check: interrupted: " + progress.notRun() + "; what was started has been stopped");
            return Exit.INTERRUPTED;
        } finally {
            stop.close();
        }
    }

    private boolean written(List<ReportFile> files, Report report, PrintWriter err) {
        HtmlReport.About about =
                new HtmlReport.About(repeated, known.reasons(), ZonedDateTime.now(ZoneId.systemDefault()));
        for (ReportFile file : files) {
            try {
                file.write(report, about);
            } catch (IOException e) {
                err.println("wsproof check: the report could not be written: " + e);
                return false;
            }
        }
        return true;
    }
}
