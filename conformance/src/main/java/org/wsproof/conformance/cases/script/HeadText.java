package org.wsproof.conformance.cases.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wsproof.conformance.model.Octets.Raw;

/**
 * The head of a message as a script writes it, with the placeholders of {@link Raw}, and the content behind it.
 *
 * @param fields field lines in order, without line ends
 * @param content octets behind the head, ISO 8859-1
 */
public record HeadText(String startLine, List<String> fields, String content) {
    /** A request without any field but Host, its target carrying the tag. */
    public static HeadText request(String method, String tag) {
        return new HeadText(method + " {target:" + tag + "} HTTP/1.1", List.of("Host: {host}"), "");
    }

    /** The opening handshake that a client sends, without anything optional (RFC 6455 §4.1). */
    public static HeadText opening(String tag) {
        return request("GET", tag)
                .and("Connection", "Upgrade")
                .and("Upgrade", "websocket")
                .and("Sec-WebSocket-Version", "13")
                .and("Sec-WebSocket-Key", "{key}");
    }

    /** The 101 with which an origin accepts, without anything optional (RFC 6455 §4.2.2). */
    public static HeadText switching() {
        return new HeadText("HTTP/1.1 101 Switching Protocols", List.of(), "")
                .and("Connection", "Upgrade")
                .and("Upgrade", "websocket")
                .and("Sec-WebSocket-Accept", "{accept}");
    }

    /** A final response with content, perhaps none; its length is stated. */
    public static HeadText response(String status, String content) {
        return new HeadText("HTTP/1.1 " + status, List.of("Content-Length: " + content.length()), content);
    }

    /** The head of an interim response (RFC 9110 §15.2). */
    public static HeadText interim(String status) {
        return new HeadText("HTTP/1.1 " + status, List.of(), "");
    }

    public HeadText startingWith(String line) {
        return new HeadText(line, fields, content);
    }

    /** The same request with another method. */
    public HeadText method(String method) {
        return startingWith(method + startLine.substring(startLine.indexOf(' ')));
    }

    /** One more line, whether or not the field is there already. */
    public HeadText and(String name, String value) {
        List<String> lines = new ArrayList<>(fields);
        lines.add(name + ": " + value);
        return new HeadText(startLine, List.copyOf(lines), content);
    }

    /** This field with this value and no other. */
    public HeadText with(String name, String value) {
        return without(name).and(name, value);
    }

    public HeadText without(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        List<String> lines = fields.stream()
                .filter(line -> !line.toLowerCase(Locale.ROOT).startsWith(start))
                .toList();
        return new HeadText(startLine, lines, content);
    }

    /** With octets behind the head, whatever the head says of them. */
    public HeadText followedBy(String octets) {
        return new HeadText(startLine, fields, content + octets);
    }

    public Raw octets() {
        StringBuilder text = new StringBuilder(startLine).append("\r\n");
        fields.forEach(line -> text.append(line).append("\r\n"));
        return new Raw(text.append("\r\n").append(content).toString());
    }
}
