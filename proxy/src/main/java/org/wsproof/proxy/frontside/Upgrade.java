package org.wsproof.proxy.frontside;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.HttpUpgradeListener;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.server.protocol.http.HttpServerConnection;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wsproof.proxy.backside.Attempt;
import org.wsproof.proxy.backside.Outcome;
import org.wsproof.proxy.backside.RequestOctets;
import org.wsproof.proxy.http.HeadOctets;
import org.wsproof.proxy.http.ResponseFields;
import org.wsproof.proxy.policy.TunnelPlaces;
import org.wsproof.proxy.tunnel.StalledWrite;
import org.wsproof.proxy.tunnel.Upgraded;
import org.xnio.IoUtils;
import org.xnio.StreamConnection;

/**
 * One admitted opening handshake: asks the backside, and makes a tunnel of a valid 101, or relays whatever else the answer
 * is. Nothing is told to the client before. Used on the connection's I/O thread only.
 */
final class Upgrade implements Attempt.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(Upgrade.class);
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final HttpServerExchange exchange;
    private final HttpServerConnection connection;
    private final ClientWatch watch;
    private final RequestEntry.Way way;

    Upgrade(HttpServerExchange exchange, RequestEntry.Way way) {
        this.exchange = exchange;
        this.connection = (HttpServerConnection) exchange.getConnection();
        this.watch = ClientWatch.of(connection);
        this.way = way;
    }

    /** @param place is given back once there is no tunnel, or no longer */
    void start(RequestOctets request, TunnelPlaces.Place place) {
        watch.hold(place::giveBack);
        Attempt attempt = way.backside().ask(connection.getIoThread(), request, this);
        watch.whenGone(attempt::cancel);
        watch.start();
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
        watch.stop();
        if (outcome instanceof Outcome.Switched switched) {
            watch.whenGone(() -> IoUtils.safeClose(switched.connection()));
            switchProtocols(switched);
        } else if (outcome instanceof Outcome.Answered answered) {
            watch.letGo();
            AnswerRelay relay = new AnswerRelay(
                    exchange,
                    answered,
                    new AnswerRelay.Limits(
                            way.backside().patience(), way.terms().timers().stalledWrite(), way.log()));
            watch.whenGone(relay::abort);
            relay.start(() -> {
                watch.forget();
                IoUtils.safeClose(answered.connection());
            });
        } else if (outcome instanceof Outcome.Failed failed) {
            watch.letGo();
            watch.forget();
            RefusalAnswer.send(exchange, failed, way);
        }
    }

    /** Persistence matters to Undertow even here: without it, it ends the connection after the 101. */
    private void switchProtocols(Outcome.Switched switched) {
        ByteBuffer head = HeadOctets.of(
                interim() + "HTTP/1.1 101 Switching Protocols",
                ResponseFields.forSwitch(switched.answer().fields()));
        exchange.setPersistent(true);
        StalledWrite stalled =
                new StalledWrite(connection.getIoThread(), way.terms().timers().stalledWrite(), connection);
        exchange.addResponseWrapper(
                (factory, ex) -> new RawHead(connection.getOriginalSinkConduit(), ex, head, stalled));
        exchange.upgradeChannel(new Opener(this, switched));
        exchange.endExchange();
    }

    /** A client that expects a 100 gets it before the 101 (RFC 9110 §7.8). */
    private String interim() {
        return HttpContinue.requiresContinueResponse(exchange) ? "HTTP/1.1 100 Continue\r\n\r\n" : "";
    }

    /** Called once the 101 is out. Until there is a tunnel, nobody else closes the origin's connection. */
    private void open(StreamConnection client, Outcome.Switched switched) {
        watch.forget();
        try {
            relay(client, switched);
        } catch (RuntimeException | Error fault) {
            IoUtils.safeClose(switched.connection());
            IoUtils.safeClose(client);
            LOG.error("no tunnel came of a 101", fault);
        }
    }

    private void relay(StreamConnection client, Outcome.Switched switched) {
        Duration taken = Duration.ofNanos(System.nanoTime() - exchange.getRequestStartTime());
        way.listener().switched(way.terms().gateway(), taken);
        PooledByteBuffer pooled = connection.getExtraBytes();
        connection.setExtraBytes(null);
        client.getSourceChannel().setConduit(connection.getOriginalSourceConduit());
        Upgraded origin = new Upgraded(switched.connection(), switched.early());
        if (pooled == null) {
            way.relays().open(new Upgraded(client, NOTHING), origin, way.terms());
            return;
        }
        try (pooled) {
            way.relays().open(new Upgraded(client, pooled.getBuffer()), origin, way.terms());
        }
    }

    /** Undertow keeps it as long as the connection lives, so it lets go of everything once it has run. */
    private static final class Opener implements HttpUpgradeListener {
        private @Nullable Upgrade upgrade;
        private Outcome.@Nullable Switched switched;

        Opener(Upgrade upgrade, Outcome.Switched switched) {
            this.upgrade = upgrade;
            this.switched = switched;
        }

        @Override
        public void handleUpgrade(StreamConnection client, HttpServerExchange exchange) {
            Upgrade current = upgrade;
            Outcome.Switched origin = switched;
            upgrade = null;
            switched = null;
            if (current == null || origin == null) {
                return;
            }
            // Undertow calls this too when the 101 could not be sent, and closes only the client's connection after it.
            if (exchange.isResponseComplete()) {
                current.open(client, origin);
            } else {
                IoUtils.safeClose(origin.connection());
            }
        }
    }
}
