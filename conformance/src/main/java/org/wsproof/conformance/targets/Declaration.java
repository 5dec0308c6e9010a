package org.wsproof.conformance.targets;

/**
 * What a target says of itself, and is held to.
 *
 * @param version as the target prints it; "" where it can't be known
 */
public record Declaration(String name, String version, Mode mode) {}
