package org.wsproof.cli.demo.part1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.wsproof.conformance.wire.Head;
import org.wsproof.conformance.wire.HeadReader;

/** An HTTP request that no client library would send so, on a connection of its own. */
record Request(String line, String fields) {
    private static final int TIMEOUT_MILLIS = 5000;

    /** Sends it, and returns the head of the answer. */
    Head answer(InetSocketAddress to) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(to, TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            String head = line + "\r\nHost: 127.0.0.1:" + to.getPort() + "\r\n" + fields + "\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            return head(socket.getInputStream());
        }
    }

    private Head head(InputStream in) throws IOException {
        HeadReader reader = new HeadReader();
        for (int octet = in.read(); octet >= 0; octet = in.read()) {
            if (reader.take((byte) octet)) {
                return reader.head().orElseThrow(() -> new IOException("the answer to " + line + " is not HTTP"));
            }
        }
        throw new IOException("the connection ended without an answer to " + line);
    }
}
