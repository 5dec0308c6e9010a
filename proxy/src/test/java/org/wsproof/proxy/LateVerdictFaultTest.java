package org.wsproof.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wsproof.proxy.admin.GatewayListener;
import org.wsproof.proxy.config.MultiProtocolGateway;
import org.wsproof.proxy.frontside.RefusalLog;
import org.wsproof.proxy.frontside.listening.FrontConnections;
import org.wsproof.proxy.frontside.listening.FrontSide;
import org.wsproof.proxy.http.Refusal;
import org.wsproof.proxy.http.RequestListener;
import org.wsproof.proxy.policy.LimitState;
import org.wsproof.proxy.tunnel.Relays;
import org.xnio.OptionMap;
import org.xnio.Options;
import org.xnio.Xnio;
import org.xnio.XnioWorker;

/** A fault of the gateway's own when a policy that took its time has decided: then nobody above would answer the client. */
@Timeout(30)
final class LateVerdictFaultTest {
    @TempDir
    Path directory;

    /** Fails where a refusal is counted. */
    private static final class Faulty implements RequestListener {
        @Override
        public void refused(String gateway, Refusal refusal) {
            throw new IllegalStateException("a fault that the test makes");
        }

        @Override
        public void switched(String gateway, Duration taken) {}
    }

    @Test
    void endsTheClientsConnection() throws Exception {
        XnioWorker worker = Xnio.getInstance().createWorker(OptionMap.create(Options.WORKER_NAME, "wsproof"));
        try (ReloadRig rig = new ReloadRig(directory);
                ServerSocket authority = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            rig.keep(worker::shutdown);
            FrontSide frontSide = frontSide(worker, rig, authority.getLocalPort());
            Peer client = rig.client(frontSide.port()).send(ReloadRig.GET);
            try (Peer asked = new Peer(authority.accept())) {
                asked.readHead();
                asked.send(Rig.head("HTTP/1.1 403 No", "Content-Length: 0"));
                assertThat(client.seesEnd()).isTrue();
            }
            frontSide.leave();
        }
    }

    private static FrontSide frontSide(XnioWorker worker, ReloadRig rig, int authority) throws Exception {
        Relays relays = new Relays(Duration.ofSeconds(1), GatewayListener.nobody());
        rig.keep(relays::close);
        String policies = "    policies: { authorization-url: { url: 'http://127.0.0.1:" + authority + "/' } }\n";
        MultiProtocolGateway gateway = rig.read(
                        ReloadRig.gateway(rig.one, policies, ReloadRig.http("front", rig.front, "")))
                .gateways()
                .get(0);
        Assembly assembly = new Assembly(
                gateway, new Assembly.Shared(relays, new Faulty(), worker, new LimitState(), new RefusalLog()));
        FrontConnections connections = new FrontConnections(worker);
        FrontSide.Terms terms = new FrontSide.Terms(
                connections.reception(gateway.frontSideHandlers().get(0)),
                assembly.entry(gateway.frontSideHandlers().get(0)));
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        FrontSide frontSide = FrontSide.bind(worker, any, terms, connections);
        frontSide.start();
        return frontSide;
    }
}
