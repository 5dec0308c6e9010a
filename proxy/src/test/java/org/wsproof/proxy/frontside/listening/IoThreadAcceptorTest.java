package org.wsproof.proxy.frontside.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioWorker;
import org.xnio.nio.IoThreadAcceptor;

/** A listening socket that the I/O threads share. */
@Timeout(30)
final class IoThreadAcceptorTest implements IoThreadAcceptor.Listener {
    private static final int THREADS = 3;
    private static final int MANY = 60;

    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final List<Socket> clients = new ArrayList<>();
    private XnioWorker worker;
    private IoThreadAcceptor acceptor;

    private record Arrival(StreamConnection connection, Thread toldOn) {}

    @Override
    public void accepted(StreamConnection connection) {
        arrivals.add(new Arrival(connection, Thread.currentThread()));
    }

    @Override
    public void failed(IOException reason) {
        throw new AssertionError(reason);
    }

    @BeforeEach
    void bind() throws IOException {
        worker = Xnio.getInstance().createWorker(OptionMap.create(Options.WORKER_IO_THREADS, THREADS));
        acceptor = IoThreadAcceptor.bind(worker, loopback(0), 100, this);
    }

    @AfterEach
    void end() throws Exception {
        for (Socket client : clients) {
            client.close();
        }
        acceptor.close();
        worker.shutdown();
        assertThat(worker.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private static InetSocketAddress literal(String address, int port) throws IOException {
        return new InetSocketAddress(InetAddress.getByName(address), port);
    }

    private void connect() throws IOException {
        clients.add(
                new Socket(InetAddress.getLoopbackAddress(), acceptor.address().getPort()));
    }

    @Test
    void eachConnectionIsToldOfOnItsOwnThreadAndEveryThreadHasSome() throws Exception {
        acceptor.start();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            connect();
            Arrival arrival = arrivals.take();
            assertThat(arrival.toldOn()).isSameAs(arrival.connection().getIoThread());
            threads.add(arrival.toldOn());
        }
        assertThat(threads.stream().distinct()).hasSize(THREADS);
    }

    @Test
    void allOfIpv4LeavesThePortOfIpv6Free() throws Exception {
        try (IoThreadAcceptor four = IoThreadAcceptor.bind(worker, literal("0.0.0.0", 0), 100, this)) {
            int port = four.address().getPort();
            try (IoThreadAcceptor six = IoThreadAcceptor.bind(worker, literal("::1", port), 100, this)) {
                assertThat(six.address().getPort()).isEqualTo(port);
            }
        }
    }

    @Test
    void connectionsWaitUntilItStarts() throws Exception {
        connect();
        assertThat(arrivals.poll(100, TimeUnit.MILLISECONDS)).isNull();
        acceptor.start();
        assertThat(arrivals.take().connection().isOpen()).isTrue();
    }

    @RepeatedTest(10)
    void closedItListensNoMoreAndKeepsWhatItAccepted() throws Exception {
        acceptor.start();
        connect();
        StreamConnection accepted = arrivals.take().connection();
        InetSocketAddress address = acceptor.address();
        acceptor.close();
        assertThatThrownBy(() -> new Socket(address.getAddress(), address.getPort()))
                .isInstanceOf(ConnectException.class);
        assertThat(accepted.isOpen()).isTrue();
    }

    @Test
    void aPortInUseIsToldAtOnce() {
        assertThatThrownBy(() -> IoThreadAcceptor.bind(worker, acceptor.address(), 100, this))
                .isInstanceOf(BindException.class);
    }
}
