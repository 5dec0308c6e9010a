package org.wsproof.conformance.relay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.wsproof.conformance.certificates.Certificates;
import org.wsproof.conformance.certificates.PemFiles;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.targets.Offer;
import org.wsproof.conformance.targets.Site;
import org.wsproof.conformance.targets.Target;

/** A relay with one profile between a test's own client and origin. */
final class Bench implements AutoCloseable {
    static final String UPGRADE = lines(
            "GET /chat?x=1 HTTP/1.1",
            "Host: example.test",
            "Connection: keep-alive, Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
    static final String SWITCH = lines(
            "HTTP/1.1 101 Switching Protocols",
            "Connection: Upgrade",
            "Upgrade: websocket",
            "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");

    private final ServerSocket listener;
    private final Profile profile;
    private final Target relay;
    private Optional<SSLContext> tls = Optional.empty();

    private Bench(ServerSocket listener, Profile profile, Target relay) {
        this.listener = listener;
        this.profile = profile;
        this.relay = relay;
    }

    static Bench of(Profile profile, Path folder, Certificates certificates, Fault... faults) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        ServerSocket listener = new ServerSocket(0, 50, loopback);
        PemFiles pem = certificates.writeTo(folder);
        Map<Profile, InetSocketAddress> origins =
                Map.of(profile, new InetSocketAddress(loopback, listener.getLocalPort()));
        Site site = new Site(folder, origins, Optional.empty(), pem.trusted(), pem.frontCertificate(), pem.frontKey());
        return new Bench(listener, profile, new SoundRelay(faults).start(site));
    }

    /** The origin speaks TLS from now on. */
    Bench with(SSLContext originTls) {
        tls = Optional.of(originTls);
        return this;
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    private int frontPort() {
        Offer offer = Objects.requireNonNull(relay.offers().get(profile), profile::slug);
        return offer.frontside().getPort();
    }

    Peer client() throws IOException {
        return Peer.of(new Socket(InetAddress.getLoopbackAddress(), frontPort()));
    }

    Peer origin() throws IOException {
        listener.setSoTimeout(5_000);
        Socket tcp = listener.accept();
        if (tls.isEmpty()) {
            return Peer.of(tcp);
        }
        SSLSocket secured = (SSLSocket) tls.get().getSocketFactory().createSocket(tcp, "client", 0, true);
        secured.setUseClientMode(false);
        return Peer.of(secured);
    }

    /** A client and an origin with a tunnel between them. */
    Ends tunnel() throws IOException {
        Peer client = client();
        client.send(UPGRADE);
        Peer origin = origin();
        origin.head();
        origin.send(SWITCH);
        client.head();
        return new Ends(client, origin);
    }

    /** Stops listening: connections to the origin are refused. */
    void originGone() throws IOException {
        listener.close();
    }

    record Ends(Peer client, Peer origin) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            client.close();
            origin.close();
        }
    }

    @Override
    public void close() throws IOException {
        relay.close();
        listener.close();
    }
}
