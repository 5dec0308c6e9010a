package org.wsproof.conformance.relay.link;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The next {@code length} octets of a connection. */
final class LengthInput extends InputStream {
    private final InputStream source;
    private long left;

    LengthInput(InputStream source, long length) {
        this.source = source;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int n = source.read(target, offset, (int) Math.min(length, left));
        if (n < 0) {
            throw new EOFException("the connection ended " + left + " octets before the body's end");
        }
        left -= n;
        return n;
    }
}
