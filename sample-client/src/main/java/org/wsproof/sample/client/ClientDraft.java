package org.wsproof.sample.client;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.extensions.permessage_deflate.PerMessageDeflateExtension;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.Handshakedata;

/**
 * RFC 6455 with permessage-deflate. It tells the conversation what the library keeps to itself: the status line of an
 * answer that is not 101, and the Close that comes after our own.
 */
final class ClientDraft extends Draft_6455 {
    private final Conversation conversation;
    private final List<String> subprotocols;

    ClientDraft(Conversation conversation, List<String> subprotocols) {
        super(List.of(new PerMessageDeflateExtension()), List.of(new Offered(subprotocols)));
        this.conversation = conversation;
        this.subprotocols = subprotocols;
    }

    @Override
    public Draft copyInstance() {
        return new ClientDraft(conversation, subprotocols);
    }

    @Override
    public Handshakedata translateHandshake(ByteBuffer octets) throws InvalidHandshakeException {
        String head = StandardCharsets.ISO_8859_1.decode(octets.duplicate()).toString();
        int end = head.indexOf("\r\n");
        if (end > 0) {
            conversation.answered(head.substring(0, end));
        }
        return super.translateHandshake(octets);
    }

    @Override
    public void processFrame(WebSocketImpl connection, Framedata frame) throws InvalidDataException {
        if (frame.getOpcode() == Opcode.CLOSING && frame instanceof CloseFrame close) {
            if (conversation.closeReceived(close.getCloseCode(), String.valueOf(close.getMessage()))) {
                connection.closeConnection(close.getCloseCode(), "", false);
                return;
            }
        }
        super.processFrame(connection, frame);
    }
}
