package org.wsproof.proxy;

import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wsproof.proxy.config.HttpHandler;
import org.wsproof.proxy.config.MultiProtocolGateway;
import org.wsproof.proxy.frontside.listening.FrontSide;

/** The front side handlers of one configuration that serve, in its order, each at its own place. Never changes. */
final class Serving {
    static final Serving NOTHING = new Serving(Map.of());

    private final Map<Place, Served> places;

    Serving(Map<Place, Served> places) {
        this.places = new LinkedHashMap<>(places);
    }

    /**
     * Where a handler listens: two configurations' handlers with the same place share one listening socket.
     *
     * @param name empty, unless the port is of the system's choice, which says nothing
     */
    record Place(InetSocketAddress address, String name) {
        static Place of(HttpHandler handler) {
            return new Place(
                    new InetSocketAddress(handler.address(), handler.port()),
                    handler.port() == 0 ? handler.name() : "");
        }
    }

    /** A handler, and what its requests pass through. */
    record Served(MultiProtocolGateway gateway, HttpHandler handler, Assembly assembly, FrontSide frontSide) {
        /** The handler's name and where it listens. */
        String name() {
            return handler.name() + " " + handler.address() + ":" + frontSide.port();
        }

        /** Whether requests meet the same here as there. */
        boolean same(Served other) {
            return assembly == other.assembly && handler.equals(other.handler);
        }
    }

    Map<Place, Served> places() {
        return places;
    }

    Collection<Served> all() {
        return places.values();
    }

    Optional<Served> at(Place place) {
        return Optional.ofNullable(places.get(place));
    }

    /** What serves this very gateway, whatever its handlers are. */
    Optional<Assembly> assembly(MultiProtocolGateway gateway) {
        MultiProtocolGateway bare = gateway.withHandlers(List.of());
        return all().stream()
                .filter(each -> each.gateway().withHandlers(List.of()).equals(bare))
                .map(Served::assembly)
                .findFirst();
    }
}
