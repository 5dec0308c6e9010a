package org.wsproof.benchmarks.load.line;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** The connection's octets as they are. */
public final class PlainLine implements Line {
    private final SocketChannel channel;
    private boolean over;
    private boolean blocked;

    /** @param channel not blocking */
    public PlainLine(SocketChannel channel) {
        this.channel = channel;
    }

    @Override
    public void begin() {
        // There is nothing to agree on.
    }

    @Override
    public void read(ByteBuffer into) throws IOException {
        over = channel.read(into) < 0;
    }

    @Override
    public boolean over() {
        return over;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        int count = channel.write(from);
        blocked = from.hasRemaining();
        return count;
    }

    @Override
    public boolean flush() {
        return true;
    }

    @Override
    public boolean blocked() {
        return blocked;
    }

    @Override
    public boolean stirred() {
        return false;
    }

    @Override
    public boolean finish() throws IOException {
        channel.shutdownOutput();
        return true;
    }
}
