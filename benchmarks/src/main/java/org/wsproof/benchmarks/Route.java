package org.wsproof.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
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

    @SuppressWarnings("NullAway.Init") // JMH calls start first
    private EchoOrigin origin;

    @SuppressWarnings("NullAway.Init") // JMH calls start first
    private InetSocketAddress address;

    private AutoCloseable gateway = () -> {};

    /** Starts the origin, and the gateway where the way leads through it. */
    @Setup(Level.Trial)
    public void start() throws IOException {
        origin = EchoOrigin.start();
        address = origin.address();
        if (route == Way.GATEWAY) {
            GatewayProcess started = GatewayProcess.start(origin.address());
            gateway = started;
            address = started.address();
        }
    }

    /** Ends both. */
    @TearDown(Level.Trial)
    public void stop() throws Exception {
        gateway.close();
        origin.close();
    }

    InetSocketAddress address() {
        return address;
    }

    InetSocketAddress origin() {
        return origin.address();
    }
}
