package org.wsproof.conformance.stage;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLSocket;
import org.wsproof.conformance.frames.OctetSource;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.model.Endpoint;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Octets.Raw;
import org.wsproof.conformance.targets.Trust;
import org.wsproof.conformance.transcript.Event;
import org.wsproof.conformance.transcript.OctetsText;
import org.wsproof.conformance.transcript.Recorder;
import org.wsproof.conformance.wire.Connection;
import org.wsproof.conformance.wire.Head;
import org.wsproof.conformance.wire.HeadReader;
import org.wsproof.conformance.wire.HttpReader;
import org.wsproof.conformance.wire.ObservedSocket;

/** A client connection to the target's frontside. */
final class ClientActor implements Actor, Connection.Listener, HttpReader.Listener {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int TLS_MILLIS = 5_000;

    private final Endpoint at;
    private final Recorder recorder;
    private final Connection connection;
    private final HttpReader reader = new HttpReader(false, this);
    private volatile boolean tunnelling;

    private ClientActor(Endpoint at, Recorder recorder, Connection connection) {
        this.at = at;
        this.recorder = recorder;
        this.connection = connection;
    }

    /**
     * Where to connect, and how.
     *
     * @param serverName the TLS server name; "" for the URL's host
     * @param tlsVersion the only version spoken; "" for any
     */
    record Door(URI frontside, String serverName, String tlsVersion, Trust trust) {}

    /** @throws IOException if the connection was refused, or the TLS handshake failed */
    static ClientActor open(Endpoint at, Recorder recorder, Door door, Executor threads) throws IOException {
        URI frontside = door.frontside();
        ObservedSocket tcp = new ObservedSocket();
        tcp.setReceiveBufferSize(Connection.KERNEL_BUFFER);
        tcp.setSendBufferSize(Connection.KERNEL_BUFFER);
        tcp.setTcpNoDelay(true);
        tcp.connect(address(frontside), CONNECT_MILLIS);
        Connection connection =
                frontside.getScheme().equals("wss") ? Connection.tls(tcp, tls(tcp, door)) : Connection.plain(tcp);
        ClientActor actor = new ClientActor(at, recorder, connection);
        recorder.event(at, Event.What.CONNECTED, 0, "connected to " + frontside.getAuthority());
        connection
                .tls()
                .ifPresent(tls -> recorder.fact(at, ":tls", tls.getSession().getProtocol()));
        connection.start(threads, actor);
        return actor;
    }

    /** Where a frontside URL's port is not given, its scheme's own is meant (RFC 6455 §3). */
    static InetSocketAddress address(URI frontside) {
        int standard = frontside.getScheme().equals("wss") ? 443 : 80;
        return new InetSocketAddress(frontside.getHost(), frontside.getPort() < 0 ? standard : frontside.getPort());
    }

    @Override
    public void send(List<Octets> octets, int piece, long gapNanos) {
        octets.forEach(this::follow);
        recorder.event(at, Event.What.SENT, 0, OctetsText.of(octets));
        connection.outbox().send(new OctetSource(octets, true), piece, gapNanos);
    }

    @Override
    public boolean tunnelling() {
        return tunnelling;
    }

    @Override
    public Connection connection() {
        return connection;
    }

    @Override
    public void received(byte[] octets, int length) {
        reader.take(octets, 0, length);
    }

    @Override
    public void ended(Ending how) {
        reader.end();
        recorder.ended(at, how);
    }

    @Override
    public void head(Head head) {
        tunnelling |= head.status() == 101;
        recorder.head(at, head);
    }

    @Override
    public void body(String start, long length) {
        recorder.fact(at, ":body", start);
        recorder.event(at, Event.What.BODY, length, length + " octets of body");
    }

    @Override
    public void stray(String line) {
        recorder.event(at, Event.What.STRAY, 0, "no HTTP: " + line);
    }

    @Override
    public void tunnel(byte[] octets, int offset, int length) {
        recorder.tunnel(at, octets, offset, length);
    }

    private void follow(Octets octets) {
        if (octets instanceof Raw raw) {
            for (Head head : HeadReader.all(raw.latin1())) {
                reader.asked(head.word(0));
                recorder.sent(at, head);
            }
        }
    }

    private static SSLSocket tls(Socket tcp, Door door) throws IOException {
        String serverName = door.serverName().isEmpty() ? door.frontside().getHost() : door.serverName();
        return door.trust().over(tcp, serverName, door.tlsVersion(), TLS_MILLIS);
    }
}
