package org.wsproof.proxy.frontside;

import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.wsproof.proxy.backside.Attempt;
import org.wsproof.proxy.backside.Backside;
import org.wsproof.proxy.backside.Outcome;
import org.wsproof.proxy.backside.RequestOctets;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;

/** One admitted request that is no opening handshake, sent on to the backside. Used on the connection's I/O thread only. */
final class PlainRequest implements Attempt.Listener, Upload.Listener {
    private final HttpServerExchange exchange;
    private final HttpServerConnection connection;
    private final ClientWatch watch;
    private final RequestEntry.Way way;
    private final Backside backside;
    private final boolean hasContent;

    /** Valid from {@link #start} on. */
    private @Nullable Attempt attempt;

    /** Valid from the head's way out on, if the request has content. */
    private @Nullable Upload upload;

    PlainRequest(HttpServerExchange exchange, RequestEntry.Way way) {
        this.exchange = exchange;
        this.connection = (HttpServerConnection) exchange.getConnection();
        this.watch = ClientWatch.of(connection);
        this.way = way;
        this.backside = way.backside();
        this.hasContent = !exchange.isRequestComplete();
    }

    /** A client that has content to send is seen to leave by that; any other one must be watched. */
    void start(RequestOctets request) {
        Attempt begun = backside.ask(connection.getIoThread(), request, this);
        attempt = begun;
        watch.whenGone(begun::cancel);
        if (!hasContent) {
            watch.start();
        }
    }

    @Override
    public void headWritten(StreamConnection origin) {
        if (hasContent) {
            Upload started = new Upload(exchange, origin, this);
            upload = started;
            started.start();
        }
    }

    @Override
    public void moved() {
        Attempt begun = attempt;
        if (begun != null) {
            begun.progressed();
        }
    }

    @Override
    public void clientBroke() {
        IoUtils.safeClose(connection);
    }

    @Override
    public void continues() {
        if (HttpContinue.requiresContinueResponse(exchange)) {
            HttpContinue.sendContinueResponse(exchange, new AfterContinue());
        }
    }

    @Override
    public void outcome(Outcome outcome) {
        try {
            goOn(outcome);
        } catch (RuntimeException | Error fault) {
            IoUtils.safeClose(connection);
            throw fault;
        }
    }

    private void goOn(Outcome outcome) {
        if (!hasContent) {
            watch.stop();
        }
        if (outcome instanceof Outcome.Answered answered) {
            AnswerRelay relay = new AnswerRelay(
                    exchange,
                    answered,
                    new AnswerRelay.Limits(backside.patience(), backside.stalledWrite(), way.log()));
            watch.whenGone(relay::abort);
            relay.start(() -> answerWhole(answered));
        } else if (outcome instanceof Outcome.Failed failed) {
            stopUpload();
            watch.forget();
            RefusalAnswer.send(exchange, failed, way);
        }
    }

    private void answerWhole(Outcome.Answered answered) {
        watch.forget();
        boolean requestWhole = stopUpload();
        if (requestWhole && answered.persists()) {
            backside.giveBack(answered.connection());
        } else {
            IoUtils.safeClose(answered.connection());
        }
    }

    /** Whether the origin has had the whole request. */
    private boolean stopUpload() {
        Upload started = upload;
        if (started == null) {
            return !hasContent;
        }
        boolean whole = started.complete();
        started.stop();
        return whole;
    }

    /** The content comes by itself after the 100; only a client that is gone matters. */
    private static final class AfterContinue implements IoCallback {
        @Override
        public void onComplete(HttpServerExchange exchange, Sender sender) {}

        @Override
        public void onException(HttpServerExchange exchange, Sender sender, IOException broken) {
            IoUtils.safeClose(exchange.getConnection());
        }
    }
}
