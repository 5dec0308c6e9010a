package org.wsproof.benchmarks.soak;

import java.util.Locale;
import org.wsproof.benchmarks.load.LoadEnd.Kind;
import org.wsproof.benchmarks.load.LoadTunnel;
import org.wsproof.benchmarks.load.Script;

/** A way for a tunnel, or for what was to become one, to end. */
public enum Ending {
    CLOSE_BY_CLIENT(Script.ECHO, Kind.FINISHED),
    CLOSE_BY_ORIGIN(Script.CLOSE, Kind.FINISHED),
    FIN_BY_CLIENT(Script.ECHO, Kind.FINISHED),
    FIN_BY_ORIGIN(Script.FIN, Kind.FINISHED),
    RESET_BY_CLIENT(Script.ECHO, Kind.LEFT),
    /** The gateway may tell the client with a Close, and then ends in order. */
    RESET_BY_ORIGIN(Script.RESET, Kind.RESET, Kind.FINISHED),
    HALF_OPEN_BY_CLIENT(Script.LATE, Kind.FINISHED),
    HALF_OPEN_BY_ORIGIN(Script.HALF_OPEN, Kind.FINISHED),
    MID_FRAME_FIN_BY_CLIENT(Script.FIN, Kind.FINISHED),
    MID_FRAME_FIN_BY_ORIGIN(Script.PART_FIN, Kind.CUT),
    MID_FRAME_RESET_BY_CLIENT(Script.FIN, Kind.LEFT),
    MID_FRAME_RESET_BY_ORIGIN(Script.PART_RESET, Kind.RESET, Kind.CUT),
    REFUSED(Script.REFUSE, Kind.REFUSED),
    UPGRADE_WITHOUT_101(Script.UPGRADE_WITHOUT_101, Kind.REFUSED),
    EARLY_HINTS(Script.EARLY_HINTS, Kind.FINISHED),
    FIN_BEFORE_101_BY_CLIENT(Script.SILENT, Kind.LEFT),
    FIN_BEFORE_101_BY_ORIGIN(Script.FIN_BEFORE_101, Kind.REFUSED),
    RESET_BEFORE_101_BY_CLIENT(Script.SILENT, Kind.LEFT),
    RESET_BEFORE_101_BY_ORIGIN(Script.RESET_BEFORE_101, Kind.REFUSED);

    private final Script script;
    private final Kind end;
    private final Kind otherEnd;

    Ending(Script script, Kind end) {
        this(script, end, end);
    }

    Ending(Script script, Kind end, Kind otherEnd) {
        this.script = script;
        this.end = end;
        this.otherEnd = otherEnd;
    }

    Script script() {
        return script;
    }

    /** Whether a client may see it like that. */
    boolean mayBeSeenAs(Kind kind) {
        return kind == end || kind == otherEnd;
    }

    /** Whether the client leaves while its handshake is under way. */
    boolean leavesEarly() {
        return script == Script.SILENT;
    }

    /** What the client does to leave early. */
    void leave(LoadTunnel tunnel) {
        if (this == FIN_BEFORE_101_BY_CLIENT) {
            tunnel.leave();
        } else {
            tunnel.reset();
        }
    }

    /** What the client does when its first message has come back. */
    void perform(LoadTunnel tunnel, int octets) {
        switch (this) {
            case CLOSE_BY_CLIENT, EARLY_HINTS -> tunnel.close(1000);
            case FIN_BY_CLIENT -> tunnel.finish();
            case RESET_BY_CLIENT -> tunnel.reset();
            case HALF_OPEN_BY_CLIENT -> {
                tunnel.send(octets);
                tunnel.finish();
            }
            case MID_FRAME_FIN_BY_CLIENT -> {
                tunnel.sendPart(octets);
                tunnel.finish();
            }
            case MID_FRAME_RESET_BY_CLIENT -> {
                tunnel.sendPart(octets);
                tunnel.reset();
            }
            default -> tunnel.send(octets);
        }
    }

    /** What the client does when the origin has ended its direction. */
    void finished(LoadTunnel tunnel, int octets) {
        if (this == HALF_OPEN_BY_ORIGIN && tunnel.takesMessage()) {
            tunnel.send(octets);
        }
        tunnel.finish();
    }

    /** In words. */
    String words() {
        return word().replace('-', ' ');
    }

    /** What the gateway's requests call it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
