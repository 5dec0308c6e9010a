package org.wsproof.proxy.frontside;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.wsproof.proxy.backside.Answer;
import org.wsproof.proxy.backside.Body;
import org.wsproof.proxy.backside.Outcome;
import org.wsproof.proxy.http.Field;
import org.wsproof.proxy.http.ResponseFields;
import org.wsproof.proxy.time.Timer;
import org.wsproof.proxy.tunnel.StalledWrite;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.StreamSinkConduit;

/**
 * Relays an answer that is no 101 to the client, in bounded memory. The frontside connection goes on with
 * the next request after it, unless the answer broke off. Used on the I/O thread only.
 */
final class AnswerRelay {
    private static final int BUFFER_SIZE = 16 * 1024;

    /** So that a fast answer cannot starve the thread's tunnels: the selector comes back to it. */
    private static final int ROUNDS = 32;

    private final Duration silent;
    private final RefusalLog log;
    private final StalledWrite stalled;
    private final HttpServerExchange exchange;
    private final Answer answer;
    private final Body body;
    private final StreamConnection origin;
    private final ByteBuffer out = ByteBuffer.allocate(BUFFER_SIZE).limit(0);
    private ByteBuffer in;
    private boolean over;

    /** Whether anything has moved since the last look. */
    private boolean moved;

    /** Where the content goes; valid once {@link #start} has been called. */
    private @Nullable StreamSinkChannel client;

    private @Nullable Timer silence;

    /** What to do with the backside connection once all is relayed; valid from {@link #start} on. */
    private @Nullable Runnable whole;

    /**
     * How long an answer may stand still.
     *
     * @param silent how long nothing may come from the origin
     * @param stalledWrite how long the client may take nothing while octets wait for it
     * @param log of answers that come to nothing
     */
    record Limits(Duration silent, Duration stalledWrite, RefusalLog log) {}

    AnswerRelay(HttpServerExchange exchange, Outcome.Answered answered, Limits limits) {
        this.silent = limits.silent();
        this.log = limits.log();
        this.stalled = new StalledWrite(exchange.getIoThread(), limits.stalledWrite(), exchange.getConnection());
        this.exchange = exchange;
        this.answer = answered.answer();
        this.body = answered.body();
        this.origin = answered.connection();
        this.in = answered.early();
    }

    /** The task decides what becomes of the backside connection once the answer is whole. */
    void start(Runnable whenWhole) {
        whole = whenWhole;
        exchange.setStatusCode(answer.status());
        exchange.setReasonPhrase(answer.reason());
        for (Field field :
                ResponseFields.forAnswer(answer.status(), answer.fields()).lines()) {
            if (!field.is("Content-Length")) {
                exchange.getResponseHeaders().add(new HttpString(field.name()), field.value());
            }
        }
        // One and the same length may have come twice; it goes out once (RFC 9110 §8.6).
        answer.fields().tokens("Content-Length").stream()
                .findFirst()
                .ifPresent(length -> exchange.getResponseHeaders().put(Headers.CONTENT_LENGTH, length));
        exchange.addResponseWrapper((factory, ex) -> unframedToHead(factory.create(), ex));
        StreamSinkChannel channel = exchange.getResponseChannel();
        client = channel;
        origin.getSourceChannel().setReadListener(source -> relay());
        channel.getWriteSetter().set(sink -> relay());
        arm();
        relay();
    }

    /** Undertow has decided on a framing by now, but the head is not out; an answer to HEAD needs none (RFC 9110 §9.3.2). */
    private static StreamSinkConduit unframedToHead(StreamSinkConduit conduit, HttpServerExchange exchange) {
        if (exchange.getRequestMethod().equals(Methods.HEAD)) {
            exchange.getResponseHeaders().remove(Headers.TRANSFER_ENCODING);
        }
        return conduit;
    }

    /** The client is gone, or the answer broke off: both connections end. */
    void abort() {
        if (!over) {
            stop();
            IoUtils.safeClose(origin);
            IoUtils.safeClose(exchange.getConnection());
        }
    }

    private void relay() {
        StreamSinkChannel channel = client;
        if (over || channel == null) {
            return;
        }
        try {
            int rounds = 0;
            while (rounds < ROUNDS && move(channel)) {
                moved = true;
                rounds++;
            }
            if (rounds == ROUNDS && !over) {
                // The client may take no more: then nothing calls again.
                stalled.waits();
                channel.resumeWrites();
            }
        } catch (IOException broken) {
            log.brokeOff(exchange, broken.toString());
            abort();
        }
    }

    /** One step; false when there is nothing to do before the next event. */
    private boolean move(StreamSinkChannel channel) throws IOException {
        if (out.hasRemaining()) {
            return write(channel);
        }
        if (body.complete()) {
            finish();
            return false;
        }
        if (in.hasRemaining()) {
            body.decode(in, out.clear());
            out.flip();
            return true;
        }
        return read();
    }

    private boolean write(StreamSinkChannel channel) throws IOException {
        if (channel.write(out) == 0) {
            stalled.waits();
            origin.getSourceChannel().suspendReads();
            channel.resumeWrites();
            return false;
        }
        stalled.taken();
        if (!out.hasRemaining()) {
            channel.suspendWrites();
        }
        return true;
    }

    private boolean read() throws IOException {
        if (in.capacity() < BUFFER_SIZE) {
            in = ByteBuffer.allocate(BUFFER_SIZE);
        }
        int count = origin.getSourceChannel().getConduit().read(in.clear());
        in.flip();
        if (count < 0) {
            body.end();
            return true;
        }
        if (count == 0) {
            origin.getSourceChannel().resumeReads();
            flush();
            return false;
        }
        return true;
    }

    private void flush() throws IOException {
        StreamSinkChannel channel = client;
        if (channel == null) {
            return;
        }
        if (channel.flush()) {
            stalled.taken();
            channel.suspendWrites();
        } else {
            stalled.waits();
            channel.resumeWrites();
        }
    }

    /** Octets behind the content belong to nobody; such a connection carries nothing more. */
    private void finish() {
        stop();
        Runnable task = whole;
        if (in.hasRemaining() || task == null) {
            IoUtils.safeClose(origin);
        }
        if (task != null) {
            task.run();
        }
        sendRest();
    }

    /** What Undertow still holds for the client goes out behind our back. */
    private void sendRest() {
        exchange.addExchangeCompleteListener((completed, next) -> {
            stalled.taken();
            next.proceed();
        });
        stalled.waits();
        exchange.endExchange();
    }

    private void stop() {
        over = true;
        stalled.taken();
        Timer running = silence;
        if (running != null) {
            running.stop();
        }
        origin.getSourceChannel().suspendReads();
        origin.getSourceChannel().setReadListener(null);
    }

    /** Coarse on purpose: one timer for many steps; a silent origin is given up after once to twice its time. */
    private void arm() {
        try {
            silence = Timer.start(origin.getIoThread(), silent, this::checkSilence);
        } catch (RejectedExecutionException stopping) {
            abort();
        }
    }

    private void checkSilence() {
        if (over) {
            return;
        }
        if (moved || stalled.waiting()) {
            moved = false;
            arm();
        } else {
            log.brokeOff(exchange, "nothing moved for " + silent.toMillis() + " ms");
            abort();
        }
    }
}
