package org.wsproof.proxy.tunnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.wsproof.proxy.Peer;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.StreamConnection;
import org.xnio.Xnio;
import org.xnio.XnioWorker;
import org.xnio.channels.AcceptingChannel;

/** Tunnels without opening handshakes, between clients and an origin that the test plays. */
final class TunnelRig implements AutoCloseable {
    static final Duration LONG = Duration.ofSeconds(60);

    private final XnioWorker worker;
    private final AcceptingChannel<StreamConnection> server;
    private final ServerSocket origin;
    private final TunnelTerms terms;
    private final Relays relays;
    private final Reports reports = new Reports();
    private final List<Peer> opened = new ArrayList<>();
    private volatile Consumer<StreamConnection> client = connection -> {};
    private volatile Consumer<StreamConnection> backside = connection -> {};

    /** Keeps what it is told. */
    static final class Reports implements TunnelListener {
        private final BlockingQueue<String> gateways = new LinkedBlockingQueue<>();
        private final BlockingQueue<TunnelReport> ended = new LinkedBlockingQueue<>();
        private final CountDownLatch held = new CountDownLatch(1);
        private volatile CountDownLatch gate = new CountDownLatch(0);

        @Override
        public void opened(String gateway) {
            gateways.add(gateway);
        }

        @Override
        public void ended(TunnelReport report) {
            try {
                if (gate.getCount() > 0) {
                    held.countDown();
                }
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            ended.add(report);
        }
    }

    TunnelRig(TunnelTimers timers, boolean observeFrames) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        origin = new ServerSocket(0, 50, loopback);
        origin.setSoTimeout(10_000);
        terms = new TunnelTerms("gateway", timers, observeFrames);
        relays = new Relays(timers.shortest(), reports);
        worker = Xnio.getInstance()
                .createWorker(OptionMap.builder()
                        .set(Options.WORKER_NAME, "wsproof")
                        .set(Options.WORKER_IO_THREADS, 1)
                        .set(Options.TCP_NODELAY, true)
                        .getMap());
        OptionMap options = OptionMap.create(Options.TCP_NODELAY, true, Options.BACKLOG, 1000);
        server = worker.createStreamConnectionServer(new InetSocketAddress(loopback, 0), this::accept, options);
        server.resumeAccepts();
    }

    private void accept(AcceptingChannel<StreamConnection> listening) {
        try {
            StreamConnection accepted = listening.accept();
            if (accepted != null) {
                accepted.getIoThread()
                        .openStreamConnection(
                                origin.getLocalSocketAddress(),
                                opposite -> open(accepted, opposite),
                                OptionMap.create(Options.TCP_NODELAY, true));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void open(StreamConnection accepted, StreamConnection opposite) {
        client.accept(accepted);
        backside.accept(opposite);
        relays.open(none(accepted), none(opposite), terms);
    }

    /** What is done to the client's connection of each tunnel to come, before it is one. */
    void eachClient(Consumer<StreamConnection> task) {
        client = task;
    }

    /** The same with the backside's. */
    void eachBackside(Consumer<StreamConnection> task) {
        backside = task;
    }

    private static Upgraded none(StreamConnection connection) {
        return new Upgraded(connection, ByteBuffer.allocate(0));
    }

    Relays relays() {
        return relays;
    }

    /** Both ends of a tunnel. */
    record Ends(Peer client, Peer origin) {}

    Ends tunnel() throws IOException {
        Peer client = Peer.connectNarrow(
                server.getLocalAddress(InetSocketAddress.class).getPort());
        opened.add(client);
        Peer accepted = new Peer(origin.accept());
        opened.add(accepted);
        return new Ends(client, accepted);
    }

    /** Keeps the closer's thread, which tells of ends, from the next one on until the gate is open. */
    void holdCloser(CountDownLatch gate) {
        reports.gate = gate;
    }

    void awaitCloserHeld() throws InterruptedException {
        assertThat(reports.held.await(10, java.util.concurrent.TimeUnit.SECONDS))
                .isTrue();
    }

    /** Keeps the I/O thread until the gate is open: what arrives meanwhile is met in one turn. */
    void holdIoThread(CountDownLatch gate) throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        worker.getIoThread().execute(() -> {
            reached.countDown();
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        reached.await();
    }

    String nextOpened() throws InterruptedException {
        return require(reports.gateways);
    }

    TunnelReport nextEnded() throws InterruptedException {
        return require(reports.ended);
    }

    private static <T> T require(BlockingQueue<T> news) throws InterruptedException {
        T next = news.poll(10, java.util.concurrent.TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing was told for ten seconds");
        }
        return next;
    }

    @Override
    public void close() throws IOException {
        server.close();
        relays.endAll();
        worker.shutdown();
        relays.close();
        origin.close();
        for (Peer each : opened) {
            each.close();
        }
        worker.shutdownNow();
    }
}
