package org.wsproof.benchmarks.load;

/**
 * How a load client's connection has ended.
 *
 * @param detail a status line, or what is wrong; "" where the kind says it all
 */
public record LoadEnd(Kind kind, String detail) {
    /** The kinds. */
    public enum Kind {
        /** This end has closed or reset it. */
        LEFT,
        /** Both ends have said their last. */
        FINISHED,
        /** The answer was no 101; the detail is its first line. */
        REFUSED,
        /** A FIN came before an answer, or inside of one. */
        UNANSWERED,
        /** A FIN came inside of a frame. */
        CUT,
        /** A RST came. */
        RESET,
        /** There was no connection. */
        UNREACHABLE,
        /** What came is not what must come: another payload than was sent, no protocol. */
        WRONG
    }

    static LoadEnd of(Kind kind) {
        return new LoadEnd(kind, "");
    }
}
