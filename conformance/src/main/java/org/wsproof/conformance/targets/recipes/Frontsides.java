package org.wsproof.conformance.targets.recipes;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.Offer;
import org.wsproof.conformance.targets.Timers;

/** Free loopback addresses for the frontsides of a target that is about to start. */
public final class Frontsides {
    /** Linux gives outgoing connections, of which a run has thousands, a port from 32768 on; others from 49152. */
    private static final int LOWEST = 20_000;

    private static final int BEYOND = 32_768;
    private static final int MOST_TRIES = 100;

    private Frontsides() {}

    /**
     * Looks for a free port a profile and lets go of them at once: a stranger could take one before the target does, and the
     * target then says so when it starts.
     */
    public static Map<Profile, InetSocketAddress> reserve(Set<Profile> profiles) throws IOException {
        Map<Profile, InetSocketAddress> reserved = new EnumMap<>(Profile.class);
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (Profile profile : profiles) {
                ServerSocket socket = free(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
                held.add(socket);
                reserved.put(profile, new InetSocketAddress(socket.getInetAddress(), socket.getLocalPort()));
            }
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
        return reserved;
    }

    private static ServerSocket free(InetAddress loopback) throws IOException {
        for (int i = 0; i < MOST_TRIES; i++) {
            try {
                return new ServerSocket(ThreadLocalRandom.current().nextInt(LOWEST, BEYOND), 1, loopback);
            } catch (BindException taken) {
                // Another one then.
            }
        }
        return new ServerSocket(0, 1, loopback);
    }

    /** The URL under which clients reach a profile; over TLS by name, so that a server name is sent. */
    public static URI url(Profile profile, InetSocketAddress address) {
        return profile == Profile.TLS_FRONTSIDE
                ? URI.create("wss://localhost:" + address.getPort() + "/")
                : URI.create("ws://127.0.0.1:" + address.getPort() + "/");
    }

    /** What a target offers there that has been told these timers, for each of the profiles. */
    public static Map<Profile, Offer> offers(Map<Profile, InetSocketAddress> frontsides, Map<Profile, Timers> timers) {
        Map<Profile, Offer> offers = new EnumMap<>(Profile.class);
        frontsides.forEach((profile, address) ->
                offers.put(profile, new Offer(url(profile, address), Objects.requireNonNull(timers.get(profile)))));
        return offers;
    }
}
