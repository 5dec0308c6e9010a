package org.wsproof.conformance.transcript;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wsproof.conformance.frames.Lane;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.model.Endpoint;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.wire.Head;

/**
 * All that was seen at one endpoint.
 *
 * @param events in order of time
 * @param heads received, interim ones included, in order
 * @param sent heads that the kit sent there, in order
 * @param lane what was received in the tunnel
 * @param facts of the connection and of the first message, by their names with a colon
 */
public record Sighting(
        Endpoint at, List<Event> events, List<Head> heads, List<Head> sent, Lane lane, Map<String, String> facts) {

    /** The event that shows the sign, if it was seen. */
    public Optional<Event> find(Sign sign) {
        int count = 0;
        for (Event event : events) {
            if (shows(event, sign)) {
                count++;
                boolean byFigure = sign.kind() == Sign.Kind.TUNNEL_OCTETS
                        || sign.kind() == Sign.Kind.CLOSE_FRAME
                        || sign.kind() == Sign.Kind.STALLED;
                if (byFigure || count == sign.n()) {
                    return Optional.of(event);
                }
            }
        }
        return Optional.empty();
    }

    /** The first final response or request received; interim responses are passed over. */
    public Optional<Head> head(int nth) {
        return heads.stream().filter(head -> !head.interim()).skip(nth - 1L).findFirst();
    }

    /** How the peer ended its direction. */
    public Set<Ending> endings() {
        Set<Ending> endings = EnumSet.noneOf(Ending.class);
        for (Event event : events) {
            if (event.what() == Event.What.ENDED) {
                endings.add(Ending.valueOf(event.text()));
            }
        }
        return endings;
    }

    private static boolean shows(Event event, Sign sign) {
        return switch (sign.kind()) {
            case TUNNEL_OCTETS -> event.what() == Event.What.TUNNEL_OCTETS && event.figure() >= sign.n();
            case CLOSE_FRAME ->
                event.what() == Event.What.FRAME
                        && (sign.n() == Sign.ANY_CODE ? event.figure() >= 0 : event.figure() == sign.n());
            default -> event.what().name().equals(sign.kind().name());
        };
    }
}
