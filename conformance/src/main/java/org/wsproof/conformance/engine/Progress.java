package org.wsproof.conformance.engine;

import org.wsproof.conformance.judge.Result;
import org.wsproof.conformance.model.Case;

/** Hears of a run as it goes on. Calls come from many threads, one at a time. */
public interface Progress {
    /** The target is up, and this many cases will run. */
    void began(int total);

    /** A case is about to be performed. */
    void started(Case subject);

    void finished(Result result);

    /** The failed cases are being repeated through the sound relay. */
    void confirming(int failures);
}
