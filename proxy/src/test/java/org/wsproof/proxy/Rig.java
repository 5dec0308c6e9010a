package org.wsproof.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.wsproof.proxy.config.AllowedFeatures;
import org.wsproof.proxy.config.BacksideUrl;
import org.wsproof.proxy.config.Configuration;
import org.wsproof.proxy.config.Forwarding;
import org.wsproof.proxy.config.HttpHandler;
import org.wsproof.proxy.config.MultiProtocolGateway;
import org.wsproof.proxy.config.Timers;
import org.wsproof.proxy.config.admin.AdminListener;
import org.wsproof.proxy.config.policy.Policies;
import org.wsproof.proxy.config.tls.SslClientProfile;
import org.wsproof.proxy.config.tls.SslServerProfile;

/** A running gateway between a client and an origin that the test plays. */
public final class Rig implements AutoCloseable {
    public static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";
    public static final String REQUEST = head(
            "GET /chat?room=1 HTTP/1.1",
            "Host: front.example",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Key: " + KEY,
            "Sec-WebSocket-Version: 13");
    public static final String SWITCH = head(
            "HTTP/1.1 101 Switching Protocols",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");

    public static String head(String... lines) {
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    private final ServerSocket origin;
    private final Gateway gateway;
    private final List<Peer> opened = new ArrayList<>();

    /** What a test may want otherwise. */
    public record Settings(
            AllowedFeatures allowed,
            Duration idle,
            Timers timers,
            BacksideUrl backside,
            SslClientProfile profile,
            Frontside frontside,
            Policies policies) {
        public Settings idle(Duration value) {
            return new Settings(allowed, value, timers, backside, profile, frontside, policies);
        }

        public Settings timers(Timers value) {
            return new Settings(allowed, idle, value, backside, profile, frontside, policies);
        }

        public Settings policies(Policies value) {
            return new Settings(allowed, idle, timers, backside, profile, frontside, value);
        }

        public Settings allowed(AllowedFeatures value) {
            return new Settings(value, idle, timers, backside, profile, frontside, policies);
        }

        public Settings https(SslServerProfile value, Duration headerTimeout) {
            Frontside https = new Frontside(Optional.of(value), headerTimeout);
            return new Settings(allowed, idle, timers, backside, profile, https, policies);
        }

        public Settings headerTimeout(Duration value) {
            Frontside other = new Frontside(frontside.tls(), value);
            return new Settings(allowed, idle, timers, backside, profile, other, policies);
        }

        public Settings tls(String host, SslClientProfile value) {
            return new Settings(
                    allowed, idle, timers, new BacksideUrl(true, host, backside.port()), value, frontside, policies);
        }
    }

    /** What a handler for HTTPS has beside one for HTTP. */
    public record Frontside(Optional<SslServerProfile> tls, Duration headerTimeout) {}

    public Rig() throws IOException {
        this(settings -> settings);
    }

    public Rig(UnaryOperator<Settings> wish) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), wish);
    }

    public Rig(ServerSocket origin, UnaryOperator<Settings> wish) throws IOException {
        this(origin, wish, Optional.empty());
    }

    /** A gateway that can be seen from outside. */
    public static Rig withAdmin(UnaryOperator<Settings> wish) throws IOException {
        ServerSocket origin = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        return new Rig(origin, wish, Optional.of(new AdminListener("127.0.0.1", 0)));
    }

    private Rig(ServerSocket origin, UnaryOperator<Settings> wish, Optional<AdminListener> admin) throws IOException {
        this.origin = origin;
        origin.setSoTimeout(10_000);
        Settings settings = wish.apply(new Settings(
                AllowedFeatures.tutorial(),
                Duration.ofSeconds(60),
                Timers.defaults(),
                new BacksideUrl(false, "127.0.0.1", origin.getLocalPort()),
                SslClientProfile.validating(),
                new Frontside(Optional.empty(), Duration.ofSeconds(30)),
                Policies.none()));
        this.gateway = Gateway.start(configuration(settings, admin));
    }

    private static Configuration configuration(Settings settings, Optional<AdminListener> admin) {
        HttpHandler handler = new HttpHandler(
                "front",
                "127.0.0.1",
                0,
                settings.allowed(),
                true,
                settings.idle(),
                settings.frontside().headerTimeout(),
                128_000,
                200,
                16_384,
                settings.frontside().tls());
        return new Configuration(
                List.of(new MultiProtocolGateway(
                        "gateway",
                        "",
                        settings.backside(),
                        MultiProtocolGateway.MessageType.PASSTHROUGH,
                        MultiProtocolGateway.MessageType.PASSTHROUGH,
                        List.of(handler),
                        settings.profile(),
                        settings.timers(),
                        Forwarding.defaults(),
                        true,
                        settings.policies())),
                1,
                admin);
    }

    /** A thread for each blocking task: the common pool of a small machine has one, on which such tasks would wait in line. */
    public static void thread(Runnable task) {
        new Thread(task, "test-task").start();
    }

    public Gateway gateway() {
        return gateway;
    }

    public int port() {
        return gateway.listening().get(0).port();
    }

    public ServerSocket origin() {
        return origin;
    }

    public Peer client() throws IOException {
        return keep(Peer.connect(port()));
    }

    public Peer accept() throws IOException {
        return keep(new Peer(origin.accept()));
    }

    /** Both ends of a tunnel whose heads have been read. */
    public record Ends(Peer client, Peer origin) {}

    public Ends tunnel() throws IOException {
        return tunnel(client());
    }

    public Ends tunnel(Peer client) throws IOException {
        client.send(REQUEST);
        Peer backside = accept();
        backside.readHead();
        backside.send(SWITCH);
        client.readHead();
        return new Ends(client, backside);
    }

    private Peer keep(Peer peer) {
        opened.add(peer);
        return peer;
    }

    @Override
    public void close() throws IOException {
        gateway.close();
        origin.close();
        for (Peer each : opened) {
            each.close();
        }
    }
}
