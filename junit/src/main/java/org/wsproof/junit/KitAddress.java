package org.wsproof.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Where an end of the kit listens while the cases run: its origin, which the proxy must have as its backside, or its authority.
 *
 * <p>A proxy that runs already knows the address: {@link #of}. One that the tests start is told: {@link #free} finds a
 * port, and keeps it until the kit listens there. Thread-safe.
 */
public final class KitAddress implements AutoCloseable {
    private final InetSocketAddress address;
    /** Bound, not listening, so that it refuses: of the port that is kept; closed once it is not. */
    private final AtomicReference<Socket> keeping;

    private KitAddress(InetSocketAddress address, Socket keeping) {
        this.address = address;
        this.keeping = new AtomicReference<>(keeping);
    }

    /**
     * A port of 127.0.0.1.
     *
     * @param port 1 to 65535
     */
    public static KitAddress of(int port) {
        return of("127.0.0.1", port);
    }

    /**
     * An address of this machine.
     *
     * @param host a name or an address; {@code 0.0.0.0} for all addresses, which a proxy in a container may need
     * @param port 1 to 65535
     * @throws IllegalArgumentException if the port is none, or the host is not known
     */
    public static KitAddress of(String host, int port) {
        if (port == 0) {
            throw new IllegalArgumentException("port 0: the proxy must know the port; KitAddress.free() finds one");
        }
        return new KitAddress(resolved(host, port), new Socket());
    }

    /**
     * A port of 127.0.0.1 that nobody has.
     *
     * @throws UncheckedIOException if there is none
     */
    public static KitAddress free() {
        return free("127.0.0.1");
    }

    /**
     * A port that nobody has, of an address of this machine.
     *
     * @param host a name or an address; {@code 0.0.0.0} for all addresses, which a proxy in a container may need
     * @throws UncheckedIOException if there is none
     * @throws IllegalArgumentException if the host is not known
     */
    public static KitAddress free(String host) {
        InetAddress wanted = resolved(host, 0).getAddress();
        try {
            Socket keeping = bound(wanted);
            return new KitAddress(new InetSocketAddress(wanted, keeping.getLocalPort()), keeping);
        } catch (IOException e) {
            throw new UncheckedIOException("there is no free port of " + host + ": " + e.getMessage(), e);
        }
    }

    private static Socket bound(InetAddress wanted) throws IOException {
        Socket keeping = new Socket();
        try {
            keeping.setReuseAddress(true);
            keeping.bind(new InetSocketAddress(wanted, 0));
            return keeping;
        } catch (IOException e) {
            keeping.close();
            throw e;
        }
    }

    private static InetSocketAddress resolved(String host, int port) {
        InetSocketAddress address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            throw new IllegalArgumentException("the host name '" + host + "' is not known");
        }
        return address;
    }

    /** The port, 1 to 65535: for the proxy's configuration. */
    public int port() {
        return address.getPort();
    }

    /** Host and port: for the proxy's configuration. */
    public InetSocketAddress address() {
        return address;
    }

    /** {@code host:port}. */
    @Override
    public String toString() {
        return address.getHostString() + ":" + address.getPort();
    }

    /** Gives a port that was kept free to whoever takes it; the run of the cases does so, before it listens. Never needed otherwise. */
    @Override
    public void close() throws IOException {
        keeping.getAndSet(new Socket()).close();
    }
}
