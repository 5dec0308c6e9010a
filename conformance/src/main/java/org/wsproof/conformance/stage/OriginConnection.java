package org.wsproof.conformance.stage;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.model.Endpoint;
import org.wsproof.conformance.model.Listening;
import org.wsproof.conformance.transcript.Event;
import org.wsproof.conformance.transcript.Recorder;
import org.wsproof.conformance.wire.Connection;
import org.wsproof.conformance.wire.Head;
import org.wsproof.conformance.wire.HttpReader;

/** A connection that the target opened to the origin, or to the authority. Each request on it finds the case that it belongs to. */
final class OriginConnection implements Connection.Listener, HttpReader.Listener {
    private final Registry registry;
    private final OriginListener listener;
    private final Connection connection;
    private final Map<String, String> facts;
    private final HttpReader reader = new HttpReader(true, this);
    private Optional<Exchange> current = Optional.empty();
    private Optional<Echo> echo = Optional.empty();
    private volatile boolean ended;

    private record Exchange(Performance performance, Endpoint at) {
        Recorder recorder() {
            return performance.recorder();
        }
    }

    OriginConnection(Registry registry, OriginListener listener, Connection connection, Map<String, String> facts) {
        this.registry = registry;
        this.listener = listener;
        this.connection = connection;
        this.facts = new TreeMap<>(facts);
        this.facts.put(":connection", Long.toString(registry.nextConnection()));
    }

    @Override
    public synchronized void received(byte[] octets, int length) {
        reader.take(octets, 0, length);
    }

    @Override
    public synchronized void ended(Ending how) {
        ended = true;
        reader.end();
        current.ifPresent(exchange -> exchange.recorder().ended(exchange.at(), how));
        if (current.isEmpty()) {
            listener.owner().ifPresent(owner -> owner.recorder().ended(listener.unread(), how));
        }
        if (echo.isPresent()
                || current.filter(e -> registry.performing(e.performance())).isEmpty()) {
            connection.finish(how == Ending.RST ? Ending.RST : Ending.FIN);
        }
        listener.gone(this, how);
    }

    @Override
    public void head(Head head) {
        echo = Optional.empty();
        current = registry.arrival(head).map(this::arrived);
        current.ifPresent(exchange -> exchange.recorder().head(exchange.at(), head));
        if (echo.isPresent()) {
            echo.get().open(head);
        }
    }

    @Override
    public void body(String start, long length) {
        current.ifPresent(exchange -> {
            exchange.recorder().fact(exchange.at(), ":body", start);
            exchange.recorder().event(exchange.at(), Event.What.BODY, length, length + " octets of body");
        });
    }

    @Override
    public void tunnel(byte[] octets, int offset, int length) {
        current.ifPresent(exchange -> exchange.recorder().tunnel(exchange.at(), octets, offset, length));
        echo.ifPresent(e -> e.take(octets, offset, length));
    }

    /** True once the target has ended it. */
    boolean hasEnded() {
        return ended;
    }

    Connection connection() {
        return connection;
    }

    private Exchange arrived(Registry.Arrival arrival) {
        Performance performance = arrival.performance();
        Endpoint at = new Endpoint(listener.peer(), arrival.tag());
        facts.forEach((name, value) -> performance.recorder().fact(at, name, value));
        performance.recorder().event(at, Event.What.CONNECTED, 0, "connection " + facts.get(":connection"));
        OriginActor actor = new OriginActor(at, performance.recorder(), connection, reader);
        performance.joined(at, actor);
        if (performance.listening(listener.peer()) == Listening.ECHO) {
            echo = Optional.of(new Echo(actor));
        }
        return new Exchange(performance, at);
    }
}
