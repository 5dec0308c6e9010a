package org.wsproof.conformance.stage;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wsproof.conformance.model.Endpoint;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Octets.Raw;
import org.wsproof.conformance.transcript.Sighting;
import org.wsproof.conformance.wire.OpeningHandshake;

/** Fills in what a script can't know: request targets, keys, accept values, the frontside's authority. */
final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(target:([a-z0-9/-]+)|key|accept|host)}");

    private final Performance performance;
    private final Endpoint at;

    Placeholders(Performance performance, Endpoint at) {
        this.performance = performance;
        this.at = at;
    }

    List<Octets> resolved(List<Octets> octets) {
        return octets.stream()
                .map(one -> one instanceof Raw raw ? new Raw(resolved(raw.latin1())) : one)
                .toList();
    }

    private String resolved(String text) {
        StringBuilder resolved = new StringBuilder();
        Matcher matcher = PLACEHOLDER.matcher(text);
        int done = 0;
        while (matcher.find()) {
            resolved.append(text, done, matcher.start()).append(value(matcher.group(1)));
            done = matcher.end();
            if (matcher.group(2) != null) {
                done = addTokenLine(text, done, resolved, matcher.group(2));
            }
        }
        return resolved.append(text.substring(done)).toString();
    }

    /** Where the token is a field, its line goes right behind the request line. */
    private int addTokenLine(String text, int from, StringBuilder resolved, String tag) {
        String line = performance
                .stage()
                .settings()
                .token()
                .fieldLine(performance.stage().registry().run(), new Token.Owner(performance.number(), tag));
        int end = text.indexOf("\r\n", from);
        if (line.isEmpty() || end < 0) {
            return from;
        }
        resolved.append(text, from, end + 2).append(line);
        return end + 2;
    }

    private String value(String name) {
        return switch (name) {
            case "key" -> performance.key();
            case "host" -> performance.offer().frontside().getAuthority();
            case "accept" -> OpeningHandshake.accept(receivedKey());
            default -> performance.target(name.substring("target:".length()));
        };
    }

    private String receivedKey() {
        return performance
                .recorder()
                .transcript()
                .at(at)
                .map(Sighting::heads)
                .filter(heads -> !heads.isEmpty())
                .map(heads -> heads.get(0).joined("Sec-WebSocket-Key"))
                .orElse("");
    }
}
