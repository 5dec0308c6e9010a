package org.wsproof.benchmarks.load;

import java.util.Locale;

/** What the scripted origin does, by the first segment of the request's path: {@code /reset/17} is {@link #RESET}. */
public enum Script {
    /** Sends each message back, answers a Close, and ends with the client. */
    ECHO(false),
    /** Answers 403. */
    REFUSE(true),
    /** Answers 200, with fields that only a 101 may mean. */
    UPGRADE_WITHOUT_101(true),
    /** Ends with a FIN instead of an answer. */
    FIN_BEFORE_101(true),
    /** Ends with a RST instead of an answer. */
    RESET_BEFORE_101(true),
    /** Never answers. */
    SILENT(true),
    /** Sends a 103 before the 101, and then as {@link #ECHO}. */
    EARLY_HINTS(false),
    /** Takes the second message, and sends a Close. */
    CLOSE(false),
    /** Takes the second message, and ends with a FIN. */
    FIN(false),
    /** Takes the second message, and ends with a RST. */
    RESET(false),
    /** Takes the second message, ends its own direction, and takes and verifies more until the client ends the other. */
    HALF_OPEN(false),
    /** Keeps the second message until the client has ended its direction, and then sends it back and ends. */
    LATE(false),
    /** Takes the second message, sends half of it back, and ends with a FIN. */
    PART_FIN(false),
    /** Takes the second message, sends half of it back, and ends with a RST. */
    PART_RESET(false);

    private final boolean withoutTunnel;

    Script(boolean withoutTunnel) {
        this.withoutTunnel = withoutTunnel;
    }

    /** Whether no 101 ever comes. */
    public boolean withoutTunnel() {
        return withoutTunnel;
    }

    /** Whether each message is sent back. */
    public boolean echoes() {
        return this == ECHO || this == EARLY_HINTS;
    }

    /** The path that asks for it, for one tunnel. */
    String path(long tunnel) {
        return "/" + name().toLowerCase(Locale.ROOT).replace('_', '-') + "/" + tunnel;
    }

    /**
     * What a path asks for; {@link #ECHO} where it does not say.
     *
     * @throws IllegalArgumentException if there is no such script
     */
    public static Script of(String path) {
        String[] segments = path.split("/", -1);
        return segments.length < 3
                ? ECHO
                : valueOf(segments[1].toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The number in a path; 0 where there is none. */
    public static long tunnel(String path) {
        String[] segments = segments(path);
        return segments.length < 3 ? 0 : Long.parseLong(segments[2]);
    }

    private static String[] segments(String path) {
        int query = path.indexOf('?');
        return (query < 0 ? path : path.substring(0, query)).split("/", -1);
    }
}
