package org.wsproof.conformance.relay.http;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.relay.fault.Faults;
import org.wsproof.conformance.wire.Head;

/**
 * Recognises an opening handshake: the Upgrade field counts only where Connection has the option (RFC 9110 §7.8), both
 * are lists that may stand on several lines, and letter case is nothing (RFC 6455 §4.2.1).
 */
final class Intents {
    private final Faults faults;

    Intents(Faults faults) {
        this.faults = faults;
    }

    Intent of(Head head, int nth) {
        List<String> protocols = tokens(values(head, "Upgrade"));
        boolean key = !head.values("Sec-WebSocket-Key").isEmpty();
        if (protocols.isEmpty() && key && hasOption(head) && faults.has(Fault.RECOGNISES_BY_KEY)) {
            return Intent.WEBSOCKET;
        }
        if (protocols.isEmpty() || !hasOption(head)) {
            return Intent.PLAIN;
        }
        if (nth > 1 && faults.has(Fault.UPGRADES_FIRST_REQUEST_ONLY)) {
            return Intent.PLAIN;
        }
        return protocols.stream().anyMatch(protocol -> same(protocol, "websocket")) ? Intent.WEBSOCKET : Intent.OTHER;
    }

    private boolean hasOption(Head head) {
        List<String> lines = values(head, "Connection");
        if (faults.has(Fault.UPGRADES_WITHOUT_OPTION)) {
            return true;
        }
        if (faults.has(Fault.CONNECTION_EXACT_MATCH)) {
            return String.join(", ", lines).equalsIgnoreCase("upgrade");
        }
        boolean first = faults.has(Fault.FIRST_CONNECTION_LINE_ONLY);
        return tokens(first ? lines.subList(0, Math.min(1, lines.size())) : lines).stream()
                .anyMatch(option -> same(option, "Upgrade"));
    }

    private List<String> values(Head head, String name) {
        if (!faults.has(Fault.CASE_SENSITIVE_NAMES)) {
            return head.values(name);
        }
        return head.fields().stream()
                .filter(field -> field.name().equals(name))
                .map(Head.Field::value)
                .toList();
    }

    private boolean same(String found, String wanted) {
        return faults.has(Fault.CASE_SENSITIVE_TOKENS)
                ? found.equals(wanted)
                : found.toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT));
    }

    private static List<String> tokens(List<String> lines) {
        return lines.stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::strip)
                .filter(token -> !token.isEmpty())
                .toList();
    }
}
