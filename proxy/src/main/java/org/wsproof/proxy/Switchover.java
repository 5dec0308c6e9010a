package org.wsproof.proxy;

import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wsproof.proxy.Serving.Place;
import org.wsproof.proxy.Serving.Served;
import org.wsproof.proxy.config.Configuration;
import org.wsproof.proxy.config.HttpHandler;
import org.wsproof.proxy.config.MultiProtocolGateway;
import org.wsproof.proxy.frontside.listening.FrontConnections;
import org.wsproof.proxy.frontside.listening.FrontSide;

/**
 * From one configuration to the next. All that can fail is done first, beside what serves: each new address is bound, each
 * certificate taken. Only then is anything switched.
 */
final class Switchover {
    private final Means means;
    private final Serving now;
    private final Map<Place, Served> next = new LinkedHashMap<>();
    private final Map<FrontSide, FrontSide.Terms> terms = new LinkedHashMap<>();
    private final List<FrontSide> bound = new ArrayList<>();

    /** What all configurations of a gateway are served with. */
    record Means(Assembly.Shared shared, FrontConnections connections) {}

    private Switchover(Means means, Serving now) {
        this.means = means;
        this.now = now;
    }

    /**
     * Makes ready, and changes nothing.
     *
     * @throws UnbindableException if a new handler cannot listen
     * @throws IOException if a certificate cannot be used
     */
    static Switchover prepare(Means means, Serving now, Configuration configuration) throws IOException {
        Switchover switchover = new Switchover(means, now);
        try {
            for (MultiProtocolGateway gateway : configuration.gateways()) {
                switchover.prepare(gateway);
            }
        } catch (IOException | RuntimeException e) {
            switchover.bound.forEach(FrontSide::leave);
            throw e;
        }
        return switchover;
    }

    private void prepare(MultiProtocolGateway gateway) throws IOException {
        Optional<Assembly> unchanged = now.assembly(gateway);
        Assembly assembly = unchanged.isPresent() ? unchanged.get() : new Assembly(gateway, means.shared());
        for (HttpHandler handler : gateway.frontSideHandlers()) {
            Place place = Place.of(handler);
            FrontSide frontSide = frontSide(place, handler, assembly);
            next.put(place, new Served(gateway, handler, assembly, frontSide));
        }
    }

    private FrontSide frontSide(Place place, HttpHandler handler, Assembly assembly) throws IOException {
        Optional<Served> before = now.at(place);
        if (next.containsKey(place)) {
            throw new UnbindableException(handler, "Address already in use", new SocketException("by this gateway"));
        }
        if (before.isEmpty()) {
            return bind(place, handler, assembly);
        }
        FrontSide frontSide = before.get().frontSide();
        terms.put(frontSide, new FrontSide.Terms(frontSide.prepare(handler), assembly.entry(handler)));
        return frontSide;
    }

    private FrontSide bind(Place place, HttpHandler handler, Assembly assembly) throws IOException {
        FrontSide.Terms first = new FrontSide.Terms(means.connections().reception(handler), assembly.entry(handler));
        try {
            FrontSide frontSide = FrontSide.bind(means.shared().worker(), place.address(), first, means.connections());
            bound.add(frontSide);
            return frontSide;
        } catch (SocketException e) {
            throw new UnbindableException(handler, e.getMessage() + byOurselves(handler), e);
        }
    }

    /** Two addresses of one port may exclude each other, and ours is not let go of before the other is bound. */
    private String byOurselves(HttpHandler handler) {
        return now.all().stream()
                .filter(each -> each.handler().port() == handler.port() && handler.port() != 0)
                .map(each -> ", by handler " + each.handler().name() + " on "
                        + each.handler().address() + " until the next start")
                .findFirst()
                .orElse("");
    }

    /** What {@link #perform} is about to change. */
    Change change() {
        List<String> added = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        next.forEach((place, served) -> {
            Optional<Served> before = now.at(place);
            if (before.isEmpty()) {
                added.add(served.name());
            } else if (!before.get().same(served)) {
                changed.add(served.name());
            }
        });
        return new Change(added, gone().stream().map(Served::name).toList(), changed);
    }

    /** Switches; nothing here can fail. */
    Serving perform() {
        terms.forEach(FrontSide::serve);
        bound.forEach(FrontSide::start);
        gone().forEach(served -> served.frontSide().leave());
        return new Serving(next);
    }

    private List<Served> gone() {
        return now.places().entrySet().stream()
                .filter(each -> !next.containsKey(each.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }
}
