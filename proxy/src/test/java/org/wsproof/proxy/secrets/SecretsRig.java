package org.wsproof.proxy.secrets;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wsproof.proxy.Gateway;
import org.wsproof.proxy.HeardLog;
import org.wsproof.proxy.Peer;
import org.wsproof.proxy.Rig;
import org.wsproof.proxy.admin.Outside;
import org.wsproof.proxy.backside.TestCertificates;
import org.wsproof.proxy.backside.TestCertificates.Wish;
import org.wsproof.proxy.config.Configuration;
import org.wsproof.proxy.config.ConfigurationLoader;
import org.wsproof.proxy.config.KeyFiles;

/** A gateway of every kind there is, with secrets wherever there can be one, and all that is seen of it from outside. */
final class SecretsRig implements AutoCloseable {
    /** A part of every secret. */
    static final String WORD = "sesame";

    private static final String CREDENTIALS = String.join(
            "\r\n",
            "Authorization: Bearer sesame-authorization",
            "Proxy-Authorization: Basic sesame-proxy",
            "Cookie: id=sesame-cookie",
            "X-IBM-Client-Secret: sesame-client-secret",
            "Sec-WebSocket-Protocol: token, sesame-subprotocol",
            "X-Anything: sesame-field");

    /** What the file says of each gateway, but for its name, backside and handler. */
    enum Kind {
        GUARDED("policies: { allowed-origins: [https://app.example], api-key: { file: clients.yaml },"
                + " additional-logic: [ { name: working-hours, settings: { from: 8, to: 17 } } ],"
                + " authorization-url: { url: 'http://127.0.0.1:AUTHORITY/ask?token=sesame-authority' } }"),
        UNASKED("policies: { authorization-url: { url: 'http://127.0.0.1:DOWN/ask?token=sesame-authority' } }"),
        OPEN(""),
        DOWN(""),
        UNTRUSTED(""),
        SECURE(""),
        SILENT("handshake-timeout: 300ms"),
        LIMITED("policies: { upgrades-per-second: { by-address: 1, burst: 1 } }"),
        FULL("policies: { tunnels-at-once: { gateway: 1 } }");

        private final String keys;

        Kind(String keys) {
            this.keys = keys;
        }

        private String scheme() {
            return this == UNTRUSTED ? "https" : "http";
        }
    }

    private final HeardLog log;
    private final List<String> answers = new ArrayList<>();
    private final List<Peer> clients = new ArrayList<>();
    private final Set<Integer> taken = new HashSet<>();
    private final Played origin;
    private final Played authority;
    private final Played untrusted;
    private final ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Configuration configuration;
    private final Gateway gateway;

    /** @param log to be closed by whoever opened it */
    SecretsRig(Path directory, HeardLog log) throws Exception {
        this.log = log;
        origin = Played.with(SecretsRig::origin);
        authority = Played.with(head ->
                Rig.head(head.contains("Verdict: no") ? "HTTP/1.1 403 No" : "HTTP/1.1 200 Yes", "Content-Length: 0"));
        untrusted = Played.with(
                TestCertificates.selfSigned(Wish.valid("localhost"))
                        .server()
                        .getServerSocketFactory()
                        .createServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                head -> Rig.SWITCH);
        KeyFiles.make("sesame-keystore-password").writeTo(directory);
        Files.writeString(
                directory.resolve("clients.yaml"),
                "clients: [ { client-id: sesame-client-id, client-secret: sesame-client-secret, name: app } ]");
        configuration = ConfigurationLoader.load(Files.writeString(directory.resolve("gateway.yaml"), text()));
        gateway = Gateway.start(configuration);
    }

    private static String origin(String head) {
        if (head.contains("/broken-line")) {
            return Rig.head("HTTP/1.1 101 Yes", "Upgrade: websocket", "Set-Cookie sesame-line");
        }
        if (head.contains("/broken-name")) {
            return Rig.head("HTTP/1.1 101 Yes", "Upgrade: websocket", "Set-Cookie sesame-name: a");
        }
        if (head.contains("/folded")) {
            return Rig.head("HTTP/1.1 200 OK", "Set-Cookie: id=", " sesame-folded", "Content-Length: 0");
        }
        return head.contains("Upgrade: websocket") && !head.contains("/plain")
                ? Rig.SWITCH
                : Rig.head("HTTP/1.1 200 OK", "Set-Cookie: sesame-set-cookie", "Content-Length: 6") + WORD;
    }

    private String text() throws IOException {
        StringBuilder text = new StringBuilder("multi-protocol-gateways:\n");
        int down = freePort();
        for (Kind each : Kind.values()) {
            int backside = backside(each, down);
            text.append(" - name: ").append(each).append("\n   default-backside-url: ");
            text.append(each.scheme()).append("://127.0.0.1:").append(backside).append("\n   ");
            text.append(each.keys.replace("AUTHORITY", "" + authority.port()).replace("DOWN", "" + down));
            text.append("\n   front-side-handlers:\n   - ")
                    .append(handler(each))
                    .append("\n");
        }
        return text + "admin: { port: " + freePort() + " }\n";
    }

    private int backside(Kind kind, int down) {
        return switch (kind) {
            case DOWN -> down;
            case UNTRUSTED -> untrusted.port();
            case SILENT -> silent.getLocalPort();
            default -> origin.port();
        };
    }

    private String handler(Kind kind) throws IOException {
        String common = "{ name: " + kind + ", address: 127.0.0.1, port: " + freePort()
                + ", allowed-methods-and-versions: tutorial, allow-websocket-upgrade: true";
        return kind == Kind.SECURE
                ? "https: " + common + ", keystore: server.p12, keystore-password-file: password }"
                : "http: " + common + " }";
    }

    /** Another one each time: the system may give the same port twice. */
    private int freePort() throws IOException {
        int port;
        do {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
        } while (!taken.add(port));
        return port;
    }

    int port(Kind kind) {
        return gateway.listening().stream()
                .filter(each -> each.handler().name().equals(kind.name()))
                .findFirst()
                .orElseThrow()
                .port();
    }

    Peer connect(Kind kind) throws IOException {
        Peer client = Peer.connect(port(kind));
        clients.add(client);
        return client;
    }

    /** An opening handshake with all that a client may keep to itself; further fields last. */
    static String request(String path, String... fields) {
        return Rig.REQUEST.replace(
                "GET /chat?room=1 HTTP/1.1\r\n",
                "GET " + path + "?token=sesame-query HTTP/1.1\r\n" + CREDENTIALS + "\r\n"
                        + String.join(
                                "",
                                List.of(fields).stream()
                                        .map(field -> field + "\r\n")
                                        .toList()));
    }

    /** Sends it, and keeps the answer for the search; gives its status. */
    int refused(Kind kind, String sent) throws IOException {
        String answer = connect(kind).send(sent).readToEnd();
        answers.add(answer);
        return Integer.parseInt(answer.substring(9, 12));
    }

    /** What the admin listener shows now is kept for the search. */
    void look() throws Exception {
        Outside outside = new Outside(gateway.adminPort().orElseThrow());
        for (String path : List.of("/tunnels", "/metrics", "/health/live", "/health/ready")) {
            answers.add(outside.get(path).body());
        }
        answers.add(outside.get("/tunnels?token=sesame-query").body());
    }

    /** All that was seen so far: log, answers, and what the configuration says of itself. */
    List<String> seen() {
        List<String> seen = new ArrayList<>(log.lines());
        seen.addAll(answers);
        seen.add(configuration.toString());
        return seen;
    }

    List<String> logged() {
        return log.lines();
    }

    @Override
    public void close() throws IOException {
        for (Peer each : clients) {
            each.close();
        }
        gateway.close();
        origin.close();
        authority.close();
        untrusted.close();
        silent.close();
    }
}
