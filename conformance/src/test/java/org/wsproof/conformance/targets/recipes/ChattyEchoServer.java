package org.wsproof.conformance.targets.recipes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wsproof.conformance.frames.EchoedOctets;
import org.wsproof.conformance.frames.OctetSource;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.wire.OpeningHandshake;

/** An echo server that speaks first: a greeting and a Ping come before any echo. Takes every head for an opening handshake. */
final class ChattyEchoServer implements AutoCloseable {
    private static final Pattern KEY = Pattern.compile("(?i)\r\nSec-WebSocket-Key: *(\\S+)\r\n");

    private final ServerSocket server;

    ChattyEchoServer(ServerSocket server) {
        this.server = server;
        new Thread(this::accept, "echo-accept").start();
    }

    int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                new Thread(() -> serve(client), "echo").start();
            } catch (IOException e) {
                // Closed, or the client was gone before it could be taken: the loop knows.
            }
        }
    }

    private static void serve(Socket client) {
        try (client) {
            InputStream in = client.getInputStream();
            OutputStream out = client.getOutputStream();
            Matcher key = KEY.matcher(head(in));
            if (!key.find()) {
                return;
            }
            out.write(
                    ("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Accept: "
                                    + OpeningHandshake.accept(key.group(1)) + "\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            speakFirst(out);
            EchoedOctets echoed = new EchoedOctets();
            byte[] buffer = new byte[4096];
            for (int n = in.read(buffer); n >= 0 && !echoed.closed(); n = echoed.closed() ? -1 : in.read(buffer)) {
                out.write(echoed.take(buffer, 0, n));
            }
        } catch (IOException e) {
            // The client left: so does its thread.
        }
    }

    private static void speakFirst(OutputStream out) throws IOException {
        List<Octets> first = List.of(new Octets.Frame(true, 0, 1, "Connection Established"), Octets.ping("mine"));
        OctetSource source = new OctetSource(first, false);
        while (source.hasNext()) {
            out.write(source.next());
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("the client left in the middle of its head");
            }
            head.write(octet);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }
}
