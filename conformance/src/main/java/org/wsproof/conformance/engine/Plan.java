package org.wsproof.conformance.engine;

import java.util.List;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.stage.Settings;

/**
 * What to run.
 *
 * @param selected the cases to report, in the order of the report
 * @param catalogue all cases, where those that a selected one depends on are found
 * @param jobs how many cases run side by side, 1 or more
 * @param repeat how often each case runs, 1 or more
 * @param known cases that are known to fail on this target
 */
public record Plan(List<Case> selected, List<Case> catalogue, int jobs, int repeat, Settings settings, Known known) {}
