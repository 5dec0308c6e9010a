package org.wsproof.sample.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.java_websocket.WebSocket;
import org.java_websocket.client.WebSocketClient;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ServerHandshake;

/** The connection; what comes of it goes to the conversation. */
final class Connection extends WebSocketClient {
    private final Destination destination;
    private final Conversation conversation;

    Connection(Destination destination, Conversation conversation) {
        super(
                destination.uri(),
                new ClientDraft(conversation, destination.subprotocols()),
                Map.of("Host", destination.host()),
                Math.toIntExact(destination.timeout().toMillis()));
        this.destination = destination;
        this.conversation = conversation;
        destination.headers().forEach(this::addHeader);
        setDaemon(true);
        setTcpNoDelay(true);
        // The library pings every 60 s otherwise, and no tunnel would ever be idle.
        setConnectionLostTimeout(0);
        if (destination.insecure() && destination.uri().getScheme().equals("wss")) {
            setSocketFactory(trustingAnyone().getSocketFactory());
        }
    }

    /** Shakes hands at once: later the library's two threads would race to report why it failed, and both might lose. */
    @Override
    protected void onSetSSLParameters(SSLParameters parameters) {
        if (!destination.insecure()) {
            super.onSetSSLParameters(parameters);
        }
        if (getSocket() instanceof SSLSocket socket) {
            socket.setSSLParameters(parameters);
            try {
                socket.startHandshake();
            } catch (IOException e) {
                conversation.failed(e);
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void onOpen(ServerHandshake answer) {
        List<String> agreed = new ArrayList<>();
        for (String field : List.of("Sec-WebSocket-Extensions", "Sec-WebSocket-Protocol")) {
            if (!answer.getFieldValue(field).isEmpty()) {
                agreed.add(answer.getFieldValue(field));
            }
        }
        conversation.opened(
                "connected to " + destination.uri() + (agreed.isEmpty() ? "" : " (" + String.join(", ", agreed) + ")"));
    }

    @Override
    public void onMessage(String text) {
        conversation.arrived(new Message.Text(text));
    }

    @Override
    public void onMessage(ByteBuffer octets) {
        conversation.arrived(new Message.Binary(octets));
    }

    @Override
    public void onWebsocketPing(WebSocket connection, Framedata frame) {
        conversation.note("ping");
        super.onWebsocketPing(connection, frame);
    }

    @Override
    public void onWebsocketPong(WebSocket connection, Framedata frame) {
        conversation.note("pong");
    }

    @Override
    public void onClose(int code, String reason, boolean remote) {
        conversation.ended(code, String.valueOf(reason), remote);
    }

    @Override
    public void onError(Exception e) {
        conversation.failed(e);
    }

    /** Returns false, and sends nothing, if the connection is over or a Close has passed. */
    boolean perform(Message message) {
        if (message instanceof Message.Text text) {
            return unlessOver(() -> send(text.text()));
        }
        if (message instanceof Message.Binary binary) {
            // The library compresses the whole array behind a buffer.
            byte[] octets = new byte[binary.octets().remaining()];
            binary.octets().duplicate().get(octets);
            return unlessOver(() -> send(octets));
        }
        throw new IllegalArgumentException("a kind of message that is not known: " + message);
    }

    boolean ping() {
        return unlessOver(this::sendPing);
    }

    /**
     * Sends a Close and goes on reading until the server's comes. The library's own close() stops reading at once, so what
     * the server had under way, and its answer, would be lost.
     */
    boolean beginClose(int code) {
        CloseFrame close = new CloseFrame();
        close.setCode(code);
        return conversation.closing(code, () -> unlessOver(() -> sendFrame(close)));
    }

    /** Ends the connection as it is. */
    void drop() {
        closeConnection(CloseFrame.ABNORMAL_CLOSE, "");
    }

    private boolean unlessOver(Runnable send) {
        if (!isOpen()) {
            return false;
        }
        try {
            send.run();
            return true;
        } catch (WebsocketNotConnectedException e) {
            return false;
        }
    }

    private static SSLContext trustingAnyone() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anyone()}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no TLS", e);
        }
    }
}
