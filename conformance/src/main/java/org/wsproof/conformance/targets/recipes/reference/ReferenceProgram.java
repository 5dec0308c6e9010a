package org.wsproof.conformance.targets.recipes.reference;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A small program around a proxy that comes as a library; its arguments are properties files, one a profile. */
interface ReferenceProgram {
    /**
     * What runs it.
     *
     * @param command without its arguments
     * @param version of the proxy inside
     */
    record Ready(List<String> command, String version) {}

    /**
     * Finds it, and what it needs.
     *
     * @param folder of the run
     * @throws IOException if something is missing; the message says what, and how to get it
     */
    Ready ready(Path folder) throws IOException;
}
