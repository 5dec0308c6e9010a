package org.wsproof.conformance.targets;

import java.io.IOException;
import java.util.Set;
import org.wsproof.conformance.model.Step.Operation;

/** What a target can be asked to do by whoever runs it. None of these waits for the target to have done it. */
public interface Operations {
    /** What it can be asked; the methods for anything else are never called. */
    Set<Operation> offered();

    /**
     * Tells it to take nobody new, and to end what is open within its drain timer.
     *
     * @throws IOException if it can't be told
     */
    void drain() throws IOException;

    /**
     * Changes something in its configuration that touches no profile, and has it taken up.
     *
     * @throws IOException if it can't be told
     */
    void reload() throws IOException;

    /**
     * Open file descriptors of all its processes.
     *
     * @throws IOException if they can't be counted
     */
    long descriptors() throws IOException;
}
