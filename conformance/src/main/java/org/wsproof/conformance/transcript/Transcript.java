package org.wsproof.conformance.transcript;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.wsproof.conformance.model.Endpoint;

/** All that was seen in a case, as a value: what the judge judges. */
public record Transcript(List<Sighting> sightings) {
    /** What was seen at the endpoint itself. */
    public Optional<Sighting> at(Endpoint endpoint) {
        return sightings.stream().filter(s -> s.at().equals(endpoint)).findFirst();
    }

    /** The endpoint and all its copies, as far as anything was seen there. */
    public List<Sighting> covered(Endpoint endpoint) {
        return sightings.stream().filter(s -> endpoint.covers(s.at())).toList();
    }

    /** The events of all endpoints in order of time, at most {@code most} of each endpoint. */
    public List<Event> trace(int most) {
        return sightings.stream()
                .flatMap(s -> s.events().stream()
                        .filter(e -> e.what() != Event.What.TUNNEL_OCTETS)
                        .limit(most))
                .sorted(Comparator.comparingLong(Event::micros))
                .toList();
    }
}
