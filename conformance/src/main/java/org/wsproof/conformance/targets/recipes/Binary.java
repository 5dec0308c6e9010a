package org.wsproof.conformance.targets.recipes;

import java.nio.file.Path;

/**
 * A proxy's program as it is installed on this machine.
 *
 * @param version as the program prints it; "" if it does not
 */
public record Binary(Path path, String version) {}
