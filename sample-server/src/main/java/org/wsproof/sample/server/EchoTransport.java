package org.wsproof.sample.server;

import java.io.IOException;
import java.nio.channels.ByteChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.WebSocketServerFactory;
import org.java_websocket.drafts.Draft;
import org.java_websocket.server.DefaultSSLWebSocketServerFactory;
import org.java_websocket.server.DefaultWebSocketServerFactory;

/**
 * Gives each connection its channel, plain or TLS, and the {@link EchoDraft}: a server on a channel that is already bound
 * takes no drafts otherwise.
 */
final class EchoTransport implements WebSocketServerFactory {
    private final WebSocketServerFactory channels;

    private EchoTransport(WebSocketServerFactory channels) {
        this.channels = channels;
    }

    static EchoTransport of(Optional<SSLContext> tls) {
        return new EchoTransport(tls.<WebSocketServerFactory>map(DefaultSSLWebSocketServerFactory::new)
                .orElseGet(DefaultWebSocketServerFactory::new));
    }

    @Override
    public WebSocketImpl createWebSocket(WebSocketAdapter listener, Draft draft) {
        return new WebSocketImpl(listener, draft);
    }

    @Override
    public WebSocketImpl createWebSocket(WebSocketAdapter listener, List<Draft> none) {
        return new WebSocketImpl(listener, List.of(new EchoDraft()));
    }

    @Override
    public ByteChannel wrapChannel(SocketChannel channel, SelectionKey key) throws IOException {
        return channels.wrapChannel(channel, key);
    }

    @Override
    public void close() {
        channels.close();
    }
}
