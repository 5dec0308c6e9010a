package org.wsproof.proxy.backside;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wsproof.proxy.backside.Outcome.Cause;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.XnioExecutor;
import org.xnio.XnioIoThread;
import org.xnio.conduits.StreamSinkConduit;
import org.xnio.conduits.StreamSourceConduit;

/**
 * One opening handshake with the origin: connect, TLS, write the request's head, read the answer's. It reports one outcome,
 * or none once cancelled. Used on its I/O thread only.
 */
public final class Attempt {
    private static final int MAX_HEAD_OCTETS = 131_072;
    private static final int MAX_FIELDS = 1000;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Backside backside;
    private final XnioIoThread thread;
    private final ByteBuffer head;
    private final Consumer<Outcome> listener;
    private final AnswerParser parser = new AnswerParser(MAX_HEAD_OCTETS, MAX_FIELDS);
    private final Connecting connecting;
    private boolean over;

    /** The connection to the origin; valid once there is one. */
    private @Nullable StreamConnection connection;

    /** Valid once the connection has TLS. */
    private @Nullable RecordingEngine engine;

    private XnioExecutor.@Nullable Key timer;

    Attempt(Backside backside, XnioIoThread thread, ByteBuffer head, Consumer<Outcome> listener) {
        this.backside = backside;
        this.thread = thread;
        this.head = head;
        this.listener = listener;
        this.connecting =
                new Connecting(thread, backside.url(), backside.timers().connect(), new Connecting.Listener() {
                    @Override
                    public void connected(StreamConnection established) {
                        Attempt.this.connected(established);
                    }

                    @Override
                    public void unreachable(String reason) {
                        fail(Cause.UNREACHABLE, reason);
                    }
                });
    }

    void start() {
        connecting.start(backside.resolver());
    }

    /** Ends the attempt; its connection, if any, is closed. Does nothing once there is an outcome. */
    public void cancel() {
        if (!over) {
            over = true;
            connecting.cancel();
            release();
        }
    }

    private void connected(StreamConnection plain) {
        connection = plain;
        long timeout = backside.timers().handshake().toNanos();
        timer = thread.executeAfter(this::timeout, timeout, TimeUnit.NANOSECONDS);
        try {
            Optional<TlsClient> tls = backside.tls();
            if (tls.isPresent()) {
                startTls(tls.get().wrap(plain));
            } else {
                listen(plain);
                writeHead();
            }
        } catch (IOException e) {
            broken(e.toString());
        }
    }

    /** The order matters: without reads resumed TLS 1.3 stalls; a write inside the handshake listener breaks TLS 1.2. */
    private void startTls(TlsClient.Wrapped wrapped) throws IOException {
        connection = wrapped.connection();
        engine = wrapped.engine();
        wrapped.connection().getHandshakeSetter().set(c -> thread.execute(this::writeHead));
        listen(wrapped.connection());
        wrapped.connection().startHandshake();
        wrapped.connection().getSourceChannel().resumeReads();
    }

    private void listen(StreamConnection established) {
        established.getSourceChannel().setReadListener(channel -> readAnswer());
        established.getSinkChannel().setWriteListener(channel -> writeHead());
        established.getSourceChannel().resumeReads();
    }

    private void writeHead() {
        StreamConnection current = connection;
        if (over || current == null) {
            return;
        }
        StreamSinkConduit sink = current.getSinkChannel().getConduit();
        try {
            while (head.hasRemaining()) {
                if (sink.write(head) == 0) {
                    sink.resumeWrites();
                    return;
                }
            }
            if (sink.flush()) {
                sink.suspendWrites();
            } else {
                sink.resumeWrites();
            }
        } catch (IOException e) {
            broken(e.toString());
        }
    }

    private void readAnswer() {
        StreamConnection current = connection;
        if (over || current == null) {
            return;
        }
        StreamSourceConduit source = current.getSourceChannel().getConduit();
        try {
            while (!over) {
                ByteBuffer buffer = backside.scratch().clear();
                int count = source.read(buffer);
                if (count < 0) {
                    broken(parser.untouched() ? "closed without an answer" : "closed inside the answer's head");
                    return;
                }
                if (count == 0) {
                    return;
                }
                buffer.flip();
                Optional<Answer> answer = parser.feed(buffer);
                if (answer.isPresent()) {
                    answered(answer.get(), current, buffer);
                }
            }
        } catch (IOException e) {
            broken(e instanceof AnswerException ? String.valueOf(e.getMessage()) : e.toString());
        }
    }

    private void answered(Answer answer, StreamConnection current, ByteBuffer rest) throws AnswerException {
        ByteBuffer early = rest.hasRemaining()
                ? ByteBuffer.allocate(rest.remaining()).put(rest).flip()
                : NOTHING;
        Outcome outcome;
        if (answer.switches()) {
            answer.requireWebsocket();
            outcome = new Outcome.Switched(answer, current, early);
        } else {
            outcome = new Outcome.Answered(answer, Body.of(answer), current, early);
        }
        over = true;
        stopTimer();
        current.getSourceChannel().suspendReads();
        current.getSinkChannel().suspendWrites();
        current.getSourceChannel().setReadListener(null);
        current.getSinkChannel().setWriteListener(null);
        connection = null;
        listener.accept(outcome);
    }

    private void timeout() {
        fail(
                Cause.TIMEOUT,
                "no answer from " + backside.url() + " within "
                        + backside.timers().handshake().toMillis() + " ms");
    }

    private void broken(String reason) {
        RecordingEngine tls = engine;
        Optional<String> tlsFailure = tls == null ? Optional.empty() : tls.failure();
        if (tlsFailure.isPresent()) {
            fail(Cause.TLS, "TLS with " + backside.url() + ": " + tlsFailure.get());
        } else {
            fail(Cause.INVALID_ANSWER, "answer of " + backside.url() + ": " + reason);
        }
    }

    private void fail(Cause cause, String reason) {
        if (!over) {
            over = true;
            connecting.cancel();
            release();
            listener.accept(new Outcome.Failed(cause, reason));
        }
    }

    private void release() {
        stopTimer();
        StreamConnection current = connection;
        connection = null;
        if (current != null) {
            IoUtils.safeClose(current);
        }
    }

    private void stopTimer() {
        XnioExecutor.Key running = timer;
        timer = null;
        if (running != null) {
            running.remove();
        }
    }
}
