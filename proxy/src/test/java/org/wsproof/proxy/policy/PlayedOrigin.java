package org.wsproof.proxy.policy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.wsproof.proxy.Peer;
import org.wsproof.proxy.Rig;

/** An origin that counts its connections and answers by the path: /refuse gets 403, /break an end, all else a tunnel or a 200. */
final class PlayedOrigin {
    private static final String OK = Rig.head("HTTP/1.1 200 OK", "Content-Length: 2") + "ok";

    private final ServerSocket listener;
    private final AtomicInteger connections = new AtomicInteger();
    private final Queue<Peer> tunnels = new ConcurrentLinkedQueue<>();

    private PlayedOrigin(ServerSocket listener) {
        this.listener = listener;
    }

    static PlayedOrigin behind(Rig rig) {
        PlayedOrigin origin = new PlayedOrigin(rig.origin());
        Rig.thread(origin::accept);
        return origin;
    }

    int connections() {
        return connections.get();
    }

    /** Ends its side of the tunnel opened first. */
    void endFirst() throws IOException {
        tunnels.remove().close();
    }

    private void accept() {
        while (true) {
            Socket socket;
            try {
                socket = listener.accept();
            } catch (IOException closed) {
                return;
            }
            connections.incrementAndGet();
            Rig.thread(() -> play(socket));
        }
    }

    private void play(Socket socket) {
        try (Peer peer = new Peer(socket)) {
            while (true) {
                String head = peer.readHead();
                if (head.startsWith("GET /break ")) {
                    return;
                }
                if (head.startsWith("GET /refuse ")) {
                    peer.send(Rig.head("HTTP/1.1 403 No", "Content-Length: 0"));
                } else if (head.contains("Upgrade: websocket")) {
                    tunnels.add(peer);
                    peer.send(Rig.SWITCH);
                    peer.readToEnd();
                    return;
                } else {
                    peer.send(OK);
                }
            }
        } catch (IOException over) {
            // The gateway has closed, as it may after any answer.
            return;
        }
    }
}
