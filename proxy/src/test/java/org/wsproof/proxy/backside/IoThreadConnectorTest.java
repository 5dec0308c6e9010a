package org.wsproof.proxy.backside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xnio.IoUtils;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioIoThread;
import org.xnio.XnioWorker;
import org.xnio.nio.IoThreadConnector;

/** Connections that an I/O thread makes: at once, later, never. */
@Timeout(30)
final class IoThreadConnectorTest implements IoThreadConnector.Listener {
    /** Longer than Linux waits before it asks again whether there is room, which is a second. */
    private static final int LONG_MILLIS = 2_000;

    private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
    private final List<Socket> clients = new ArrayList<>();
    private XnioWorker worker;
    private XnioIoThread thread;

    private record Told(String what, @Nullable StreamConnection connection, Thread on, boolean within) {}

    /** Used on the I/O thread. */
    private boolean connecting;

    @Override
    public void connected(StreamConnection connection) {
        told.add(new Told("connected", connection, Thread.currentThread(), connecting));
    }

    @Override
    public void failed(InetSocketAddress target, IOException reason) {
        told.add(new Told(target + " " + reason.getMessage(), null, Thread.currentThread(), connecting));
    }

    @BeforeEach
    void start() throws IOException {
        worker = Xnio.getInstance().createWorker(OptionMap.create(Options.WORKER_IO_THREADS, 1));
        thread = worker.getIoThread();
    }

    @AfterEach
    void end() throws Exception {
        for (Socket client : clients) {
            client.close();
        }
        worker.shutdown();
        assertThat(worker.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    private IoThreadConnector connect(InetSocketAddress target) {
        IoThreadConnector connector = new IoThreadConnector(thread, target, this);
        thread.execute(() -> {
            connecting = true;
            connector.connect();
            connecting = false;
        });
        return connector;
    }

    private static InetSocketAddress address(ServerSocket origin) {
        return new InetSocketAddress(origin.getInetAddress(), origin.getLocalPort());
    }

    /** An origin that has no room for one more connection. */
    private ServerSocket full() throws IOException {
        ServerSocket origin = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        for (int i = 0; i < 2; i++) {
            clients.add(new Socket(origin.getInetAddress(), origin.getLocalPort()));
        }
        return origin;
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void whatIsSentArrivesAndTheThreadIsToldOfWhatComes(String host) throws Exception {
        try (ServerSocket origin = new ServerSocket(0, 10, InetAddress.getByName(host))) {
            connect(address(origin));
            Told first = told.take();
            assertThat(first.what()).isEqualTo("connected");
            assertThat(first.on()).isSameAs(thread);
            assertThat(first.within()).isFalse();
            StreamConnection connection = Objects.requireNonNull(first.connection());
            try (Socket accepted = origin.accept()) {
                thread.execute(() -> echoOneOctet(connection));
                accepted.getOutputStream().write('!');
                assertThat(accepted.getInputStream().read()).isEqualTo('!');
            }
            connection.close();
        }
    }

    private static void echoOneOctet(StreamConnection connection) {
        connection.getSourceChannel().setReadListener(channel -> {
            ByteBuffer octet = ByteBuffer.allocate(1);
            try {
                channel.read(octet);
                connection.getSinkChannel().write(octet.flip());
            } catch (IOException e) {
                IoUtils.safeClose(connection);
            }
        });
        connection.getSourceChannel().resumeReads();
    }

    @Test
    void whoIsRefusedIsToldByWhomAndWhyAndNotWithinTheCall() throws Exception {
        InetSocketAddress nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = address(closed);
        }
        connect(nobody);
        Told first = told.take();
        assertThat(first.what()).isEqualTo(nobody + " Connection refused");
        assertThat(first.on()).isSameAs(thread);
        assertThat(first.within()).isFalse();
    }

    @Test
    void aConnectionThatTakesItsTimeIsMadeAllTheSame() throws Exception {
        try (ServerSocket origin = full()) {
            connect(address(origin));
            assertThat(told.poll(200, TimeUnit.MILLISECONDS)).isNull();
            origin.accept().close();
            origin.accept().close();
            Told first = told.take();
            assertThat(first.what()).isEqualTo("connected");
            StreamConnection connection = Objects.requireNonNull(first.connection());
            try (Socket accepted = origin.accept()) {
                thread.execute(() -> echoOneOctet(connection));
                accepted.getOutputStream().write("?".getBytes(StandardCharsets.US_ASCII));
                assertThat(accepted.getInputStream().read()).isEqualTo('?');
            }
            connection.close();
        }
    }

    @Test
    void oneThatIsCancelledTellsNothingAndIsNotMade() throws Exception {
        try (ServerSocket origin = full()) {
            IoThreadConnector connector = connect(address(origin));
            assertThat(told.poll(200, TimeUnit.MILLISECONDS)).isNull();
            thread.execute(connector::cancel);
            origin.accept().close();
            origin.accept().close();
            origin.setSoTimeout(LONG_MILLIS);
            assertThatThrownBy(origin::accept).isInstanceOf(SocketTimeoutException.class);
            assertThat(told).isEmpty();
        }
    }

    @Test
    void oneThatIsCancelledBeforeItsListenerIsToldIsClosed() throws Exception {
        try (ServerSocket origin = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            IoThreadConnector connector = new IoThreadConnector(thread, address(origin), this);
            thread.execute(() -> {
                connector.connect();
                connector.cancel();
            });
            try (Socket accepted = origin.accept()) {
                assertThat(accepted.getInputStream().read()).isEqualTo(-1);
            }
            assertThat(told).isEmpty();
        }
    }
}
