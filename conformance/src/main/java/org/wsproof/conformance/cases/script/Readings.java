package org.wsproof.conformance.cases.script;

/** How several cases read alike for a framing target. */
public final class Readings {
    public static final String HALF_CLOSE =
            "what was sent before arrives, and the other leg ends: to an endpoint the connection is"
                    + " lost when one direction ends without a Close (RFC 6455 §7.1.5).";

    public static final String LIMIT =
            "it arrives, or its sender is told with 1009 that it is over the target's limit (RFC 6455 §10.4).";

    private Readings() {}
}
