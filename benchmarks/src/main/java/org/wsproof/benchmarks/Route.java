package org.wsproof.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The way to the echo origin, shared by all clients of a trial. Not final, since JMH derives from it. */
@State(Scope.Benchmark)
public class Route {
    /** Where clients connect to. */
    public enum Way {
        /** To the origin itself. */
        DIRECT,
        /** To the gateway, which connects to the same origin. */
        GATEWAY
    }

    @Param
    public Way route = Way.DIRECT;

    @Param
    public Tls tls = Tls.NEITHER;

    @SuppressWarnings("NullAway.Init") // JMH calls start first
    private EchoOrigin origin;

    @SuppressWarnings("NullAway.Init") // JMH calls start first
    private Door door;

    private AutoCloseable gateway = () -> {};

    /** Starts the origin, and the gateway where the way leads through it. */
    @Setup(Level.Trial)
    public void start() throws IOException {
        Security security = Security.of(tls);
        boolean direct = route == Way.DIRECT;
        origin = EchoOrigin.start(security.server(direct ? tls.frontside() : tls.backside()));
        InetSocketAddress address = origin.address();
        if (!direct) {
            GatewayProcess started = GatewayProcess.start(origin.address(), List.of(), security);
            gateway = started;
            address = started.address();
        }
        door = new Door(address, security.client());
    }

    /** Ends both. */
    @TearDown(Level.Trial)
    public void stop() throws Exception {
        gateway.close();
        origin.close();
    }

    Door door() {
        return door;
    }

    InetSocketAddress origin() {
        return origin.address();
    }
}
