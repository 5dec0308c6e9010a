package org.wsproof.sample.server;

import java.util.List;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;

/**
 * RFC 6455 with permessage-deflate and any subprotocol. The library ends a connection as soon as its own Close is sent;
 * here the client's Close is awaited (RFC 6455 §7.1.1), so that nothing on the way is lost to a reset.
 */
final class EchoDraft extends Draft_6455 {
    EchoDraft() {
        super(List.of(new ServerDeflate()), List.of(new FirstOffered()));
    }

    @Override
    public Draft copyInstance() {
        return new EchoDraft();
    }

    @Override
    public void processFrame(WebSocketImpl connection, Framedata frame) throws InvalidDataException {
        if (frame.getOpcode() == Opcode.CLOSING
                && EchoConnection.of(connection)
                        .filter(EchoConnection::isGoingAway)
                        .isPresent()) {
            connection.flushAndClose(CloseFrame.GOING_AWAY, "", false);
            return;
        }
        super.processFrame(connection, frame);
    }
}
