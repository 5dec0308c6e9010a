package org.wsproof.conformance.transcript;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wsproof.conformance.frames.FrameScanner;
import org.wsproof.conformance.model.Endpoint;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.wire.Head;

/** What is known of one endpoint so far. Guarded by its {@link Recorder}. */
final class EndpointLog {
    final Endpoint at;
    final List<Event> events = new ArrayList<>();
    final List<Head> heads = new ArrayList<>();
    final List<Head> sent = new ArrayList<>();
    final FrameScanner scanner = new FrameScanner();
    final Map<String, String> facts = new HashMap<>();
    private final Map<Event.What, Long> counts = new EnumMap<>(Event.What.class);
    private final Set<Long> closeCodes = new HashSet<>();
    private long tunnelOctets;

    EndpointLog(Endpoint at) {
        this.at = at;
    }

    void add(Event event) {
        events.add(event);
        counts.merge(event.what(), 1L, Long::sum);
        if (event.what() == Event.What.TUNNEL_OCTETS) {
            tunnelOctets = event.figure();
        } else if (event.what() == Event.What.FRAME && event.figure() >= 0) {
            closeCodes.add(event.figure());
        }
    }

    long count(Event.What what) {
        return counts.getOrDefault(what, 0L);
    }

    boolean shows(Sign sign) {
        return switch (sign.kind()) {
            case TUNNEL_OCTETS -> tunnelOctets >= sign.n();
            case CLOSE_FRAME -> sign.n() == Sign.ANY_CODE ? !closeCodes.isEmpty() : closeCodes.contains(sign.n());
            case STALLED -> count(Event.What.STALLED) > 0;
            default -> count(Event.What.valueOf(sign.kind().name())) >= sign.n();
        };
    }

    Sighting sighting() {
        return new Sighting(
                at, List.copyOf(events), List.copyOf(heads), List.copyOf(sent), scanner.lane(), Map.copyOf(facts));
    }
}
