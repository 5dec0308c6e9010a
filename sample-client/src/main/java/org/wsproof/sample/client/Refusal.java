package org.wsproof.sample.client;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Why there is no connection, in one line. */
record Refusal(Destination destination, Conversation conversation) {
    String describe() {
        return destination.uri() + ": " + reason();
    }

    private String reason() {
        Optional<String> status = conversation.statusLine();
        if (status.isPresent()) {
            return refused(status.get());
        }
        return conversation
                .failure()
                .map(this::failed)
                .orElse("no answer to the opening handshake" + (conversation.isOver() ? "" : " in time"));
    }

    private static String refused(String statusLine) {
        String[] parts = statusLine.split(" ", 2);
        if (!parts[0].startsWith("HTTP/") || parts.length < 2) {
            return "refused, and not in HTTP: " + statusLine;
        }
        return parts[1].startsWith("101")
                ? "answered 101, but not a valid one (RFC 6455 section 4.1)"
                : "refused with HTTP " + parts[1].strip();
    }

    private String failed(Exception e) {
        if (e instanceof UnknownHostException) {
            return "the host name is not known";
        }
        if (e instanceof ConnectException || e instanceof SocketTimeoutException) {
            return "unreachable: " + e.getMessage();
        }
        if (e instanceof SSLException) {
            return "TLS failed: " + e.getMessage()
                    + (destination.insecure() ? "" : " (--insecure accepts any certificate)");
        }
        return String.valueOf(e.getMessage());
    }
}
