package org.wsproof.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Where a client connects to, and how.
 *
 * @param tls whom it trusts; empty for plain TCP. Host names are not checked: that is no part of what is measured
 */
record Door(InetSocketAddress address, Optional<SSLContext> tls) {
    /** Milliseconds without an octet after which an answer is taken for lost. */
    private static final int LOST = 10_000;

    /** A connection, its TLS handshake done. */
    Socket connect() throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(address, LOST);
            socket.setSoTimeout(LOST);
            socket.setTcpNoDelay(true);
            return tls.isEmpty() ? socket : secured(socket, tls.get());
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private Socket secured(Socket plain, SSLContext context) throws IOException {
        String host = address.getAddress().getHostAddress();
        SSLSocket secured = (SSLSocket) context.getSocketFactory().createSocket(plain, host, address.getPort(), true);
        secured.startHandshake();
        return secured;
    }
}
