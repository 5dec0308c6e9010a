package org.wsproof.conformance.relay.link;

import java.io.IOException;

/** Where the octets of one direction go. */
public interface Outlet {
    /** Blocks while the peer does not take them. */
    void write(byte[] octets, int length) throws IOException;

    /** Nothing follows: what is still held is written, and then the direction is ended. */
    void end() throws IOException;

    /** The other leg was reset: the caller resets this one next. */
    void abort() throws IOException;
}
