package org.wsproof.cli;

/** Exit codes that no report decides. */
public final class Exit {
    public static final int USAGE = 2;
    public static final int UNREACHABLE = 3;
    public static final int FAULT = 4;
    public static final int INTERRUPTED = 130;

    private Exit() {}
}
