package org.wsproof.cli.demo.scene;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A port for each place, on 127.0.0.1: the usual one where it is free, else one that the kernel gives. */
public record Ports(Map<Place, Integer> numbers) {
    /**
     * Looks what is free, and lets go of it at once: a stranger could take a port before its server does, which then says
     * so as it starts.
     *
     * @throws IOException if there is no free port at all
     */
    static Ports choose(List<Place> places) throws IOException {
        Map<Place, Integer> numbers = new EnumMap<>(Place.class);
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (Place place : places) {
                ServerSocket socket = usualOrOther(place);
                held.add(socket);
                numbers.put(place, socket.getLocalPort());
            }
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
        return new Ports(numbers);
    }

    private static ServerSocket usualOrOther(Place place) throws IOException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        try {
            return new ServerSocket(place.usualPort(), 1, loopback);
        } catch (IOException taken) {
            return new ServerSocket(0, 1, loopback);
        }
    }

    /** The port of this place, which must be among those chosen for. */
    public int of(Place place) {
        return Objects.requireNonNull(numbers.get(place));
    }

    /** Where a place is, on 127.0.0.1. */
    public InetSocketAddress address(Place place) throws IOException {
        return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), of(place));
    }

    /** The WebSocket URL; over TLS by name, as its certificate is for a name. */
    public String url(Place place) {
        return switch (place) {
            case HTTPS, TLS_ECHO -> "wss://localhost:" + of(place) + "/";
            default -> "ws://127.0.0.1:" + of(place) + "/";
        };
    }

    /** A line for each place that is not where it usually is. */
    public List<String> moved() {
        List<String> lines = new ArrayList<>();
        numbers.forEach((place, port) -> {
            if (port != place.usualPort()) {
                lines.add("port " + place.usualPort() + " is taken: " + place.title() + " listens on " + port
                        + " instead");
            }
        });
        return lines;
    }
}
