package org.wsproof.benchmarks.load.line;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A connection's octets as its user has them; nothing here waits. Used on one thread. */
public interface Line {
    /** The connection is there. */
    void begin() throws IOException;

    /** Reads what has come, if anything; {@code into} has room for all that one read brings. */
    void read(ByteBuffer into) throws IOException;

    /** Whether nothing will ever be read again. */
    boolean over();

    /** Takes as much of {@code from} as goes; what is left has to wait until {@link #stirred}, or, if {@link #blocked}, until there is room. */
    int write(ByteBuffer from) throws IOException;

    /** Passes on what it has taken and still holds; gives whether nothing is left of it. */
    boolean flush() throws IOException;

    /** Whether the connection took less than it was given. */
    boolean blocked();

    /** Whether a read has made something writable, or has left something to be passed on; told once. */
    boolean stirred();

    /** Ends this direction behind all that was written; gives whether that is done, and is to be called again if not. */
    boolean finish() throws IOException;
}
