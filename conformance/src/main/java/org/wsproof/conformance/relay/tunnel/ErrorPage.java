package org.wsproof.conformance.relay.tunnel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.wsproof.conformance.relay.link.Link;

/** What a proxy says that forgets that its client has switched protocols. */
final class ErrorPage {
    private static final String PAGE =
            "HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/plain\r\nContent-Length: 11\r\n\r\nBad Gateway";

    private final Link front;

    ErrorPage(Link front) {
        this.front = front;
    }

    /** Ends the connection in good order behind it, or at once where the client is gone. */
    void write() {
        try {
            front.outlet().write(PAGE.getBytes(StandardCharsets.ISO_8859_1));
            front.close();
        } catch (IOException e) {
            front.reset();
        }
    }
}
