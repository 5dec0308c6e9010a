package org.wsproof.conformance.relay.frames;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Holds the origin's direction at its first text frame until the client has sent a frame or ended. */
final class WaitsForClient implements Change {
    private final CountDownLatch clientSpoke;
    private final boolean fromClient;

    WaitsForClient(CountDownLatch clientSpoke, boolean fromClient) {
        this.clientSpoke = clientSpoke;
        this.fromClient = fromClient;
    }

    @Override
    public List<TunnelFrame> of(TunnelFrame frame, Controls controls) throws IOException {
        if (fromClient) {
            clientSpoke.countDown();
        } else if (frame.opcode() == 1) {
            await();
        }
        return List.of(frame);
    }

    @Override
    public List<TunnelFrame> atEnd() {
        if (fromClient) {
            clientSpoke.countDown();
        }
        return List.of();
    }

    private void await() throws IOException {
        try {
            clientSpoke.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
