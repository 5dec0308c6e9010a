package org.wsproof.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wsproof.proxy.config.Configuration;
import org.wsproof.proxy.config.ConfigurationLoader;

/** A gateway whose configuration file the test writes anew, and two origins that the test plays. */
final class ReloadRig implements AutoCloseable {
    static final String GET = Rig.head("GET / HTTP/1.1", "Host: a");

    final ServerSocket one = listening();
    final ServerSocket other = listening();
    final int front = freePort();

    private final List<Closeable> opened = new ArrayList<>(List.of(one, other));
    private final Path file;

    ReloadRig(Path directory) throws IOException {
        this.file = directory.resolve("gateway.yaml");
    }

    static ServerSocket listening() throws IOException {
        ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        socket.setSoTimeout(10_000);
        return socket;
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    Path file() {
        return file;
    }

    /** The text of a file with one gateway; further keys of its own begin with four spaces. */
    static String gateway(ServerSocket origin, String keys, String... handlers) {
        return "multi-protocol-gateways:\n  - name: gateway\n    default-backside-url: http://127.0.0.1:"
                + origin.getLocalPort() + "\n    drain-grace: 1s\n" + keys + "    front-side-handlers:\n"
                + String.join("", handlers);
    }

    /** A handler for WebSocket upgrades; further keys begin with a comma. */
    static String http(String name, int port, String keys) {
        return "      - http: { name: " + name + ", address: 127.0.0.1, port: " + port
                + ", allow-websocket-upgrade: true" + keys + " }\n";
    }

    static String https(String name, int port, String identity) {
        return "      - https: { name: " + name + ", address: 127.0.0.1, port: " + port
                + ", allow-websocket-upgrade: true, certificate: " + identity + ".pem, key: " + identity + ".key }\n";
    }

    /** Written, and read as at the start. */
    Configuration read(String text) throws Exception {
        Files.writeString(file, text);
        return ConfigurationLoader.load(file);
    }

    Gateway start(String text) throws Exception {
        Gateway gateway = Gateway.start(read(text));
        keep(gateway::close);
        return gateway;
    }

    Peer client(int port) throws IOException {
        return keep(Peer.connect(port));
    }

    Peer accept(ServerSocket origin) throws IOException {
        return keep(new Peer(origin.accept()));
    }

    Rig.Ends tunnel(int port, ServerSocket origin) throws IOException {
        Peer client = client(port).send(Rig.REQUEST);
        Peer backside = accept(origin);
        backside.readHead();
        backside.send(Rig.SWITCH);
        assertThat(client.readHead()).startsWith("HTTP/1.1 101 ");
        return new Rig.Ends(client, backside);
    }

    static void assertAlive(Rig.Ends ends) throws IOException {
        ends.client().send("ping");
        assertThat(ends.origin().read(4)).isEqualTo("ping");
        ends.origin().send("pong");
        assertThat(ends.client().read(4)).isEqualTo("pong");
    }

    /** Asks, and has this origin answer; gives the head of the answer. */
    String exchange(Peer client, ServerSocket origin) throws IOException {
        client.send(GET);
        answer(accept(origin));
        return client.readHead();
    }

    static void answer(Peer origin) throws IOException {
        origin.readHead();
        origin.send(Rig.head("HTTP/1.1 200 OK", "Content-Length: 0"));
    }

    Peer keep(Peer peer) {
        opened.add(peer::close);
        return peer;
    }

    void keep(Closeable closeable) {
        opened.add(0, closeable);
    }

    @Override
    public void close() throws IOException {
        for (Closeable each : opened) {
            each.close();
        }
    }
}
