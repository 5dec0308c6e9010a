package org.wsproof.conformance.stage;

/** What holds for a whole run. */
public record Settings(long seed, Token token) {}
