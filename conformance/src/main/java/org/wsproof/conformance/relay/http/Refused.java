package org.wsproof.conformance.relay.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.wsproof.conformance.wire.Head.Field;

/** The relay answers a request by itself: this is the answer. */
public final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String fields;
    private final boolean closing;

    private Refused(int status, List<Field> fields, boolean closing, String why) {
        super(why);
        this.status = status;
        StringBuilder lines = new StringBuilder();
        fields.forEach(field ->
                lines.append(field.name()).append(": ").append(field.value()).append("\r\n"));
        this.fields = lines.toString();
        this.closing = closing;
    }

    /** The next request can't be found, or is not wanted: the connection ends after this answer. */
    public static Refused closing(int status, String why) {
        return new Refused(status, List.of(), true, why);
    }

    /** The connection goes on with the next request. */
    public static Refused staying(int status, String why, Field... fields) {
        return new Refused(status, List.of(fields), false, why);
    }

    /** The same answer, with the connection's end behind it. */
    public Refused thenClosing(boolean close) {
        return close ? new Refused(status, parsed(), true, String.valueOf(getMessage())) : this;
    }

    private List<Field> parsed() {
        return fields.lines()
                .map(line -> line.split(": ", 2))
                .map(parts -> new Field(parts[0], parts[1]))
                .toList();
    }

    public int status() {
        return status;
    }

    public boolean isClosing() {
        return closing;
    }

    /** The answer as it goes to the client; {@code bodiless} to a HEAD request. */
    public byte[] octets(boolean bodiless) {
        String body = getMessage() + "\n";
        String head = "HTTP/1.1 " + status + " " + reason() + "\r\n" + fields
                + (closing ? "Connection: close\r\n" : "")
                + "Content-Type: text/plain\r\nContent-Length: " + body.length() + "\r\n\r\n";
        return (bodiless ? head : head + body).getBytes(StandardCharsets.ISO_8859_1);
    }

    private String reason() {
        return switch (status) {
            case 400 -> "Bad Request";
            case 405 -> "Method Not Allowed";
            case 408 -> "Request Timeout";
            case 414 -> "URI Too Long";
            case 417 -> "Expectation Failed";
            case 426 -> "Upgrade Required";
            case 431 -> "Request Header Fields Too Large";
            case 501 -> "Not Implemented";
            case 502 -> "Bad Gateway";
            case 504 -> "Gateway Timeout";
            case 505 -> "HTTP Version Not Supported";
            default -> "Refused";
        };
    }
}
