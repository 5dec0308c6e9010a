package org.wsproof.cli.describe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** A document's description, in Markdown: how to connect, what to expect, and what refusals mean. */
record HowToConnect(Service service) {
    String text() {
        List<String> parts = new ArrayList<>();
        if (!service.summary().isEmpty()) {
            parts.add(service.summary());
        }
        parts.add("A WebSocket (RFC 6455). Messages, text or binary, pass both ways as they are once the connection is"
                + " open; their form is an agreement between the client and the service.");
        parts.add("## How to connect");
        parts.add("At a terminal, with wscat:");
        parts.add("    " + wscat());
        parts.addAll(script());
        parts.add("## What to know");
        parts.add(known().stream().map(line -> "- " + line).collect(Collectors.joining("\n")));
        parts.add("## Refusals");
        parts.add("A client that is refused is told so in the place of the 101. Any other status than these is the"
                + " service's own answer.");
        parts.add(service.rules().refusals().stream()
                .map(refused -> "- " + refused.status() + ": " + refused.meaning())
                .collect(Collectors.joining("\n")));
        return String.join("\n\n", parts) + "\n";
    }

    private String wscat() {
        StringBuilder line = new StringBuilder("wscat -c '" + service.firstAddress() + "'");
        for (Credential each : service.rules().credentials()) {
            line.append(" -H '" + each.header() + ": " + each.placeholder() + "'");
        }
        service.subprotocols().forEach(each -> line.append(" -s '" + each + "'"));
        return line.toString();
    }

    private List<String> script() {
        if (service.rules().credentials().isEmpty()) {
            return List.of("In a page, or in Node.js with the package ws:", script(""));
        }
        String values = service.rules().credentials().stream()
                .map(each -> "'" + each.header() + "': '" + each.placeholder() + "'")
                .collect(Collectors.joining(", "));
        String names =
                service.rules().credentials().stream().map(Credential::header).collect(Collectors.joining(" or "));
        return List.of(
                "In Node.js, with the package ws:",
                script("{ headers: { " + values + " } }"),
                "A page can't connect by itself: no browser lets a script send " + names
                        + " with an opening handshake.");
    }

    private String script(String options) {
        List<String> arguments = new ArrayList<>(List.of("'" + service.firstAddress() + "'"));
        if (!service.subprotocols().isEmpty()) {
            arguments.add(service.subprotocols().stream().collect(Collectors.joining("', '", "['", "']")));
        }
        if (!options.isEmpty()) {
            arguments.add(options);
        }
        return "    const socket = new WebSocket(" + String.join(", ", arguments) + ");\n"
                + "    socket.onopen = () => socket.send('hello');\n"
                + "    socket.onmessage = event => console.log(event.data);\n"
                + "    socket.onclose = event => console.log(event.code, event.reason);";
    }

    private List<String> known() {
        List<String> lines = new ArrayList<>();
        service.rules().credentials().forEach(each -> lines.add(each.header() + ": " + each.description()));
        if (!service.rules().origins().isEmpty()) {
            lines.add("Origin: a page must be from "
                    + String.join(" or ", service.rules().origins()) + ".");
        }
        if (service.rules().asked()) {
            lines.add("Each connection is authorized before it is opened.");
        }
        lines.add(
                service.subprotocols().isEmpty()
                        ? "Subprotocols and extensions that the client offers are passed on; the service chooses."
                        : "Subprotocols: " + String.join(", ", service.subprotocols())
                                + ". Extensions that the client offers are passed on; the service chooses.");
        lines.add(idle(service.idleTimeouts()));
        return lines;
    }

    private static String idle(List<Duration> timeouts) {
        Duration shortest = Collections.min(timeouts);
        Duration longest = Collections.max(timeouts);
        if (longest.isZero()) {
            return "A connection is not ended for being idle.";
        }
        String keep = "; a Ping in either direction is enough to keep it.";
        if (shortest.equals(longest)) {
            return "A connection on which nothing moves for " + time(shortest) + " is ended" + keep;
        }
        String all = timeouts.stream()
                .filter(each -> !each.isZero())
                .sorted()
                .map(HowToConnect::time)
                .collect(Collectors.joining(" or "));
        return "A connection on which nothing moves is ended after " + all + (shortest.isZero() ? ", or never" : "")
                + ", depending on the address" + keep;
    }

    private static String time(Duration time) {
        return time.toMillisPart() == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
