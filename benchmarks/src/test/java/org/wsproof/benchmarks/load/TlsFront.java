package org.wsproof.benchmarks.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** TLS in front of an origin that has none, with two blocking threads a connection. */
final class TlsFront implements AutoCloseable {
    private static final int BUFFER = 8192;

    private final ServerSocket listener;
    private final InetSocketAddress origin;

    TlsFront(SSLContext server, InetSocketAddress origin) throws IOException {
        this(server, Optional.empty(), origin);
    }

    /** @param onlyVersion the one that it speaks; empty for all */
    TlsFront(SSLContext server, Optional<String> onlyVersion, InetSocketAddress origin) throws IOException {
        SSLServerSocket secured = (SSLServerSocket)
                server.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
        onlyVersion.ifPresent(version -> secured.setEnabledProtocols(new String[] {version}));
        this.listener = secured;
        this.origin = origin;
        daemon(this::accept);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Socket behind = new Socket(origin.getAddress(), origin.getPort());
                daemon(() -> relay(client, behind));
                daemon(() -> relay(behind, client));
            }
        } catch (IOException closed) {
            // The test is over, or its client sees that nobody answers.
        }
    }

    /** The end of a direction is passed on by itself: over TLS 1.3 the other one goes on. */
    private static void relay(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                out.write(buffer, 0, count);
            }
            to.shutdownOutput();
        } catch (IOException broken) {
            // The other thread, or the client, sees it as well.
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "tls-front");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
