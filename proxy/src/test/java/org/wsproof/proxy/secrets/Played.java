package org.wsproof.proxy.secrets;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.UnaryOperator;
import org.wsproof.proxy.Peer;
import org.wsproof.proxy.Rig;

/** A server that answers each connection's first request with a text made of its head; after a 101 it echoes. */
record Played(ServerSocket listener, UnaryOperator<String> answer) implements AutoCloseable {
    static Played with(UnaryOperator<String> answer) throws IOException {
        return with(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answer);
    }

    static Played with(ServerSocket listener, UnaryOperator<String> answer) {
        Played played = new Played(listener, answer);
        Rig.thread(played::accept);
        return played;
    }

    int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (true) {
            Socket socket;
            try {
                socket = listener.accept();
            } catch (IOException closed) {
                return;
            }
            Rig.thread(() -> play(socket));
        }
    }

    private void play(Socket socket) {
        try (Peer peer = new Peer(socket)) {
            String text = answer.apply(peer.readHead());
            peer.send(text);
            if (text.startsWith("HTTP/1.1 101 ")) {
                socket.getInputStream().transferTo(socket.getOutputStream());
            }
        } catch (IOException over) {
            // A client that was refused, or a test that has ended.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
