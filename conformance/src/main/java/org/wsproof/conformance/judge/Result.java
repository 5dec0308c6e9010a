package org.wsproof.conformance.judge;

import java.util.List;
import java.util.Set;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.transcript.Event;

/**
 * A case and what came of it.
 *
 * @param endings how the client's connections were ended by the target; empty if they were not
 * @param millis how long the case took
 * @param trace the events of all endpoints in order of time, long runs cut short
 */
public record Result(Case subject, Outcome outcome, Set<Ending> endings, long millis, List<Event> trace) {}
