package org.wsproof.proxy.frontside;

import io.undertow.server.Connectors;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.wsproof.proxy.tunnel.StalledWrite;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.StreamSinkConduit;

/** Answers an exchange with exactly these octets: field order and spelling survive, and Undertow adds nothing. */
final class RawHead extends AbstractStreamSinkConduit<StreamSinkConduit> {
    private final HttpServerExchange exchange;
    private final ByteBuffer head;
    private final StalledWrite stalled;
    private boolean done;

    RawHead(StreamSinkConduit next, HttpServerExchange exchange, ByteBuffer head, StalledWrite stalled) {
        super(next);
        this.exchange = exchange;
        this.head = head;
        this.stalled = stalled;
    }

    @Override
    public boolean flush() throws IOException {
        while (head.hasRemaining()) {
            if (next.write(head) == 0) {
                stalled.waits();
                return false;
            }
            stalled.taken();
        }
        if (!next.flush()) {
            stalled.waits();
            return false;
        }
        stalled.taken();
        if (!done) {
            done = true;
            Connectors.terminateResponse(exchange);
        }
        return true;
    }

    /** The connection goes on as a tunnel. */
    @Override
    public void terminateWrites() {}
}
