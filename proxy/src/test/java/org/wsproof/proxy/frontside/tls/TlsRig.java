package org.wsproof.proxy.frontside.tls;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.wsproof.proxy.Peer;
import org.wsproof.proxy.Rig;
import org.wsproof.proxy.backside.TestCertificates;
import org.wsproof.proxy.backside.TestCertificates.Identity;
import org.wsproof.proxy.backside.TestCertificates.Wish;
import org.wsproof.proxy.config.policy.Policies;
import org.wsproof.proxy.config.tls.ServerIdentity;
import org.wsproof.proxy.config.tls.SslClientProfile;
import org.wsproof.proxy.config.tls.SslClientProfile.Protocol;
import org.wsproof.proxy.config.tls.SslServerProfile;

/** A running gateway with TLS on the frontside, and clients that trust it. */
final class TlsRig implements AutoCloseable {
    static final Set<Protocol> BOTH = Set.of(Protocol.values());

    private static final Identity AUTHORITY;
    private static final Identity SHOWN;
    private static final SSLContext CLIENT;

    static {
        try {
            AUTHORITY = TestCertificates.authority("test authority");
            SHOWN = TestCertificates.issuedBy(AUTHORITY, Wish.valid("localhost"));
            CLIENT = AUTHORITY.trusting();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private final Rig rig;
    private final List<Watched> opened = new ArrayList<>();

    /** What the legs speak; no backside protocol is a backside without TLS. */
    record Wanted(Set<Protocol> frontside, Optional<Protocol> backside, Duration headerTimeout, Duration idle) {
        Wanted(Set<Protocol> frontside, Optional<Protocol> backside, Duration headerTimeout) {
            this(frontside, backside, headerTimeout, Duration.ofSeconds(60));
        }

        static Wanted of(Set<Protocol> frontside) {
            return new Wanted(frontside, Optional.empty(), Duration.ofSeconds(30));
        }
    }

    TlsRig(Wanted wanted) throws Exception {
        this(wanted, Policies.none());
    }

    TlsRig(Wanted wanted, Policies policies) throws Exception {
        SslServerProfile server = new SslServerProfile(
                new ServerIdentity(
                        List.of(SHOWN.certificate(), AUTHORITY.certificate()),
                        SHOWN.keys().getPrivate()),
                wanted.frontside());
        InetAddress loopback = InetAddress.getLoopbackAddress();
        if (wanted.backside().isEmpty()) {
            rig = new Rig(settings -> settings.https(server, wanted.headerTimeout())
                    .policies(policies)
                    .idle(wanted.idle()));
            return;
        }
        ServerSocket origin = SHOWN.server().getServerSocketFactory().createServerSocket(0, 50, loopback);
        SslClientProfile client = new SslClientProfile(
                "test",
                true,
                true,
                List.of(AUTHORITY.certificate()),
                Set.of(wanted.backside().get()));
        rig = new Rig(
                origin,
                settings -> settings.https(server, wanted.headerTimeout())
                        .tls("localhost", client)
                        .idle(wanted.idle()));
    }

    Rig rig() {
        return rig;
    }

    /** A client: what it says in TLS, and the connection beneath, for leaving without TLS's leave. */
    record Client(Peer peer, SSLSocket tls, Watched connection) {}

    /** Knows whether its stream has ended: if TLS's has and this has not, that was a close_notify. */
    static final class Watched extends Socket {
        private volatile boolean ended;

        boolean ended() {
            return ended;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read(byte[] octets, int offset, int length) throws IOException {
                    int count = super.read(octets, offset, length);
                    ended = count < 0;
                    return count;
                }
            };
        }
    }

    /** How a client may go. */
    enum Leave {
        RESET,
        GOODBYE,
        TRUNCATED;

        void from(Client client) throws IOException {
            switch (this) {
                case RESET -> reset(client.connection());
                case GOODBYE -> {
                    client.tls().shutdownOutput();
                    client.connection().close();
                }
                case TRUNCATED -> client.connection().shutdownOutput();
            }
        }
    }

    Client client() throws IOException {
        return client(Protocol.TLS_1_3);
    }

    /** One that speaks only that version, and has made its TLS handshake. */
    Client client(Protocol protocol) throws IOException {
        SSLSocket tls = over(connection());
        tls.setEnabledProtocols(new String[] {protocol.standardName()});
        tls.startHandshake();
        return new Client(new Peer(tls), tls, opened.get(opened.size() - 1));
    }

    /** TLS on a connection, its handshake yet to come. */
    static SSLSocket over(Socket connection) throws IOException {
        return (SSLSocket) CLIENT.getSocketFactory().createSocket(connection, "localhost", connection.getPort(), true);
    }

    /** A connection on which nothing has been said. */
    Watched connection() throws IOException {
        Watched socket = new Watched();
        socket.setReceiveBufferSize(64 * 1024);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), rig.port()));
        socket.setSoTimeout(10_000);
        socket.setTcpNoDelay(true);
        opened.add(socket);
        return socket;
    }

    /** Both ends of a tunnel whose heads have been read. */
    record Ends(Client client, Peer origin) {}

    Ends tunnel(Protocol protocol) throws IOException {
        Client client = client(protocol);
        return new Ends(client, rig.tunnel(client.peer()).origin());
    }

    static void reset(Socket connection) {
        try {
            connection.setSoLinger(true, 0);
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        rig.close();
        for (Socket each : opened) {
            each.close();
        }
    }
}
