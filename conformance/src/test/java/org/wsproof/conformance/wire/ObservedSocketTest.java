package org.wsproof.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ObservedSocketTest {
    @Test
    void aListenerThatIsClosedWhileAThreadAcceptsIsGoneAtOnce() throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        for (int round = 0; round < 50; round++) {
            ObservedSocket.Listener listener = new ObservedSocket.Listener();
            listener.setReuseAddress(true);
            // Another listener that is not gone would be in the way here.
            listener.bind(address);
            address = new InetSocketAddress(address.getAddress(), listener.getLocalPort());
            CompletableFuture<Boolean> accepting = CompletableFuture.supplyAsync(() -> takesOneThenNone(listener));
            connect(address).close();
            listener.close();
            InetSocketAddress closed = address;
            assertThatThrownBy(() -> connect(closed)).isInstanceOf(ConnectException.class);
            assertThat(accepting.join()).isTrue();
        }
    }

    private static boolean takesOneThenNone(ObservedSocket.Listener listener) {
        try {
            listener.accept().close();
            listener.accept().close();
            return false;
        } catch (IOException e) {
            return listener.isClosed();
        }
    }

    private static Socket connect(InetSocketAddress address) throws IOException {
        Socket socket = new Socket();
        socket.connect(address);
        return socket;
    }
}
