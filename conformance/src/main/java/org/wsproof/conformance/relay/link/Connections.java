package org.wsproof.conformance.relay.link;

import java.io.IOException;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** All connections that are open, so that they can be ended together. */
public final class Connections implements AutoCloseable {
    private final Threads threads;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    public Connections(Threads threads) {
        this.threads = threads;
    }

    /** Asks for what every connection of the relay has; receive buffers count only before it is connected. */
    public void prepare(Socket tcp) throws IOException {
        tcp.setSendBufferSize(Link.KERNEL_BUFFER);
        tcp.setReceiveBufferSize(Link.KERNEL_BUFFER);
        tcp.setTcpNoDelay(true);
        open.removeIf(Socket::isClosed);
        open.add(tcp);
    }

    /** How many are open. */
    public long open() {
        return open.stream().filter(tcp -> !tcp.isClosed()).count();
    }

    /** A link over a connection; {@code stream} is TLS over it, or the same. */
    public Link link(Socket tcp, Socket stream) throws IOException {
        return new Link(tcp, stream, threads);
    }

    @Override
    public void close() {
        open.forEach(Link::quietly);
    }
}
