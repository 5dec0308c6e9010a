package org.wsproof.cli.demo.part2;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import org.wsproof.sample.server.EchoServer;

/** The echo server, in this process, so that its connections can be counted. */
final class Origin implements Closeable {
    private Optional<EchoServer> server = Optional.empty();

    void open(InetSocketAddress address) throws IOException {
        server = Optional.of(EchoServer.start(address, Duration.ZERO, Optional.empty()));
    }

    /** How many connections it has had, whatever was asked on them. */
    long connections() {
        return server.map(EchoServer::accepted).orElse(0L);
    }

    @Override
    public void close() {
        server.ifPresent(EchoServer::close);
    }
}
