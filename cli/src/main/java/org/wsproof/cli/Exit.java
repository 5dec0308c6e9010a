package org.wsproof.cli;

/** Exit codes that no report decides. */
final class Exit {
    static final int USAGE = 2;
    static final int UNREACHABLE = 3;
    static final int FAULT = 4;
    static final int INTERRUPTED = 130;

    private Exit() {}
}
