package org.wsproof.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wsproof.proxy.admin.GatewayListener;
import org.wsproof.proxy.config.Configuration;
import org.wsproof.proxy.config.MultiProtocolGateway;
import org.wsproof.proxy.frontside.RefusalLog;
import org.wsproof.proxy.frontside.listening.FrontConnections;
import org.wsproof.proxy.frontside.listening.FrontSide;
import org.wsproof.proxy.policy.LimitState;
import org.wsproof.proxy.tunnel.Relays;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioIoThread;
import org.xnio.XnioWorker;

/** What a gateway that is closed does with the connections that are still open. */
@Timeout(30)
final class ClosingTest {
    @TempDir
    Path directory;

    /** Closed from elsewhere, a request would end under the hands of the thread that works on it. */
    @Test
    void aConnectionIsClosedOnItsOwnThread() throws Exception {
        XnioWorker worker = Xnio.getInstance().createWorker(OptionMap.create(Options.WORKER_NAME, "wsproof"));
        try (ReloadRig rig = new ReloadRig(directory)) {
            rig.keep(worker::shutdown);
            FrontConnections connections = new FrontConnections(worker);
            FrontSide frontSide = frontSide(worker, connections, rig);
            rig.client(frontSide.port()).send(ReloadRig.GET);
            rig.accept(rig.one).readHead();
            CompletableFuture<Thread> closing = new CompletableFuture<>();
            connections.whenNone(() -> closing.complete(Thread.currentThread()));
            connections.closeAll();
            assertThat(closing.get(10, TimeUnit.SECONDS)).isInstanceOf(XnioIoThread.class);
            frontSide.leave();
        }
    }

    private static FrontSide frontSide(XnioWorker worker, FrontConnections connections, ReloadRig rig)
            throws Exception {
        GatewayListener nobody = GatewayListener.nobody();
        Relays relays = new Relays(Duration.ofSeconds(1), nobody);
        rig.keep(relays::close);
        Configuration read = rig.read(ReloadRig.gateway(rig.one, "", ReloadRig.http("front", rig.front, "")));
        MultiProtocolGateway gateway = read.gateways().get(0);
        Assembly assembly =
                new Assembly(gateway, new Assembly.Shared(relays, nobody, worker, new LimitState(), new RefusalLog()));
        FrontSide.Terms terms = new FrontSide.Terms(
                connections.reception(gateway.frontSideHandlers().get(0)),
                assembly.entry(gateway.frontSideHandlers().get(0)));
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        FrontSide frontSide = FrontSide.bind(worker, any, terms, connections);
        frontSide.start();
        return frontSide;
    }
}
