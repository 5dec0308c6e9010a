package org.wsproof.proxy.backside;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wsproof.proxy.backside.Outcome.Cause;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.XnioIoThread;
import org.xnio.conduits.StreamSinkConduit;

/**
 * One request to the origin, up to the head of its answer: connect, TLS, write the request's head, read the answer's. It
 * reports one outcome, or none once cancelled. Used on its I/O thread only.
 */
public final class Attempt {
    private static final int MAX_HEAD_OCTETS = 131_072;
    private static final int MAX_FIELDS = 1000;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Backside backside;
    private final XnioIoThread thread;
    private final RequestOctets request;
    private final Listener listener;
    private final AnswerParser parser = new AnswerParser(MAX_HEAD_OCTETS, MAX_FIELDS);
    private final Connecting connecting;

    /** For the answer. */
    private final Deadline answer;

    private boolean over;
    private boolean continueTold;

    /** Whether the request's head is out as a whole: an origin may answer before, but not be asked again after that. */
    private boolean asked;

    /** Whether the connection has carried a request before: the origin may have closed it meanwhile. */
    private boolean reused;

    /** The connection to the origin; valid once there is one. */
    private @Nullable StreamConnection connection;

    /** Valid once the connection has TLS. */
    private @Nullable FirstFailure tlsFailure;

    /** Told on the I/O thread, never before {@link Backside#ask} returns. */
    public interface Listener {
        /** What came out; the last call. */
        void outcome(Outcome outcome);

        /** The request's head is out, and its content may follow; the connection's write listener is the listener's now. */
        default void headWritten(StreamConnection origin) {}

        /** The origin has asked for the content with a 100 (RFC 9110 §15.2.1). */
        default void continues() {}
    }

    Attempt(Backside backside, XnioIoThread thread, RequestOctets request, Listener listener) {
        this.backside = backside;
        this.thread = thread;
        this.request = request;
        this.listener = listener;
        this.answer = new Deadline(thread, this::timeout);
        this.connecting = new Connecting(thread, backside, new Connecting.Listener() {
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
        Optional<StreamConnection> idle = request.repeatable() ? backside.idle().take(thread) : Optional.empty();
        if (idle.isPresent()) {
            reused = true;
            thread.execute(() -> reuse(idle.get()));
        } else {
            connecting.start();
        }
    }

    private void reuse(StreamConnection idle) {
        if (over) {
            IoUtils.safeClose(idle);
            return;
        }
        connection = idle;
        if (backside.idle().hasSpoken(idle)) {
            broken("spoke before it was asked");
            return;
        }
        answer.start(backside.timers().handshake());
        listen(idle);
        writeHead();
    }

    /** Ends the attempt; its connection, if any, is closed. Does nothing once there is an outcome. */
    public void cancel() {
        if (!over) {
            over = true;
            connecting.cancel();
            release();
        }
    }

    /** The request's content moves on: an origin that is still being told has its whole time to the answer. */
    public void progressed() {
        answer.putOff();
    }

    private void connected(StreamConnection plain) {
        connection = plain;
        answer.start(backside.timers().handshake());
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
        tlsFailure = wrapped.failure();
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
        ByteBuffer head = request.head();
        try {
            while (head.hasRemaining()) {
                if (sink.write(head) == 0) {
                    sink.resumeWrites();
                    return;
                }
            }
            if (!sink.flush()) {
                sink.resumeWrites();
                return;
            }
            sink.suspendWrites();
            current.getSinkChannel().setWriteListener(null);
            asked = true;
            listener.headWritten(current);
        } catch (IOException e) {
            broken(e.toString());
        }
    }

    private void readAnswer() {
        StreamConnection current = connection;
        try {
            boolean more = true;
            while (more && !over && current != null) {
                more = readOnce(current);
            }
        } catch (AnswerException invalid) {
            broken(String.valueOf(invalid.getMessage()));
        } catch (IOException e) {
            broken(e.toString());
        }
    }

    private boolean readOnce(StreamConnection current) throws IOException {
        ByteBuffer buffer = backside.scratch().clear();
        int count = current.getSourceChannel().getConduit().read(buffer);
        if (count < 0) {
            broken(parser.untouched() ? "closed without an answer" : "closed inside the answer's head");
        }
        if (count <= 0) {
            return false;
        }
        Optional<Answer> whole = parser.feed(buffer.flip());
        if (parser.continueSeen() && !continueTold) {
            continueTold = true;
            listener.continues();
        }
        if (whole.isPresent()) {
            answered(whole.get(), current, buffer);
        }
        return true;
    }

    private void answered(Answer given, StreamConnection current, ByteBuffer rest) throws AnswerException {
        ByteBuffer early = rest.hasRemaining()
                ? ByteBuffer.allocate(rest.remaining()).put(rest).flip()
                : NOTHING;
        Outcome outcome;
        if (given.switches()) {
            if (request.purpose() != RequestOctets.Purpose.UPGRADE) {
                throw new AnswerException("101 that nobody asked for");
            }
            given.requireWebsocket();
            if (!asked) {
                throw new AnswerException("101 before the whole request was sent");
            }
            outcome = new Outcome.Switched(given, current, early);
        } else {
            given.requireRelayable();
            Body body = Body.of(given, request.toHead());
            outcome = new Outcome.Answered(given, body, current, early, asked);
        }
        over = true;
        answer.stop();
        if (!asked) {
            current.getSinkChannel().suspendWrites();
            current.getSinkChannel().setWriteListener(null);
        }
        current.getSourceChannel().suspendReads();
        current.getSourceChannel().setReadListener(null);
        connection = null;
        handOver(outcome, current);
    }

    /** Who fails to take the connection does not close it either. */
    private void handOver(Outcome outcome, StreamConnection current) {
        try {
            listener.outcome(outcome);
        } catch (RuntimeException | Error fault) {
            IoUtils.safeClose(current);
            throw fault;
        }
    }

    private void timeout() {
        fail(
                Cause.TIMEOUT,
                "no answer from " + backside.url() + " within "
                        + backside.timers().handshake().toMillis() + " ms");
    }

    private void broken(String reason) {
        if (reused && parser.untouched()) {
            reused = false;
            asked = false;
            request.head().rewind();
            release();
            connecting.start();
            return;
        }
        FirstFailure tls = tlsFailure;
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
            listener.outcome(new Outcome.Failed(cause, reason));
        }
    }

    private void release() {
        answer.stop();
        StreamConnection current = connection;
        connection = null;
        if (current != null) {
            IoUtils.safeClose(current);
        }
    }
}
