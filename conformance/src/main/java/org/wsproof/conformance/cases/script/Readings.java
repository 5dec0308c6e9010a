package org.wsproof.conformance.cases.script;

/** How several cases read alike for a framing target. */
public final class Readings {
    public static final String HALF_CLOSE =
            "what was sent before arrives, and the other leg ends: to an endpoint the connection is"
                    + " lost when one direction ends without a Close (RFC 6455 §7.1.5).";

    private Readings() {}
}
