package org.wsproof.sample.server;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;

/**
 * One connection's echoes: in order, each after its pause, none after a Close. A pause holds no thread, so that other
 * connections do not notice it.
 */
final class EchoConnection {
    private final WebSocket connection;
    /** Performs after the pause. */
    private final Executor pause;
    /** Echoes that wait; the first one's pause is running. Guarded by this. */
    private final Queue<Runnable> paused = new ArrayDeque<>();
    /** A Close was sent, before any came. Guarded by this. */
    private boolean goingAway;

    EchoConnection(WebSocket connection, Executor pause) {
        this.connection = connection;
        this.pause = pause;
    }

    /** Empty before the greeting was sent. */
    static Optional<EchoConnection> of(WebSocket connection) {
        return Optional.ofNullable(connection.<EchoConnection>getAttachment());
    }

    /** Does {@code send} after this connection's pauses. */
    synchronized void echo(Runnable send) {
        paused.add(send);
        if (paused.size() == 1) {
            pause.execute(this::next);
        }
    }

    /** Sends a Close with 1001 and no more after it; the connection goes on to read, until the client's Close comes. */
    synchronized void goAway() {
        if (goingAway || !connection.isOpen()) {
            return;
        }
        CloseFrame close = new CloseFrame();
        close.setCode(CloseFrame.GOING_AWAY);
        sendIfOpen(() -> connection.sendFrame(close));
        goingAway = true;
        paused.clear();
    }

    synchronized boolean isGoingAway() {
        return goingAway;
    }

    private synchronized void next() {
        Runnable send = paused.poll();
        if (send == null) {
            return;
        }
        sendIfOpen(send);
        if (!paused.isEmpty()) {
            pause.execute(this::next);
        }
    }

    private void sendIfOpen(Runnable send) {
        if (goingAway || !connection.isOpen()) {
            paused.clear();
            return;
        }
        try {
            send.run();
        } catch (WebsocketNotConnectedException e) {
            // It ended between the question and the answer.
            paused.clear();
        }
    }
}
