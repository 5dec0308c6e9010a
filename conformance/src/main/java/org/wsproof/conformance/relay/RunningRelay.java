package org.wsproof.conformance.relay;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.relay.link.Connections;
import org.wsproof.conformance.relay.link.Threads;
import org.wsproof.conformance.targets.Declaration;
import org.wsproof.conformance.targets.Mode;
import org.wsproof.conformance.targets.Offer;
import org.wsproof.conformance.targets.Operations;
import org.wsproof.conformance.targets.Target;

/** The relay, once started. */
record RunningRelay(String name, Map<Profile, Frontside> frontsides, Connections connections, Threads threads)
        implements Target {
    @Override
    public Declaration declaration() {
        return new Declaration(name, "", Mode.TRANSPARENT);
    }

    @Override
    public Map<Profile, Offer> offers() {
        return frontsides.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().offer()));
    }

    @Override
    public Optional<Operations> operations() {
        return Optional.ofNullable(frontsides.get(Profile.DISPOSABLE))
                .map(frontside -> new RelayOperations(frontside, connections));
    }

    @Override
    public boolean alive() {
        return frontsides.values().stream().allMatch(Frontside::open);
    }

    @Override
    public String lastWords() {
        return "";
    }

    @Override
    public void close() {
        frontsides.values().forEach(Frontside::close);
        threads.close();
        connections.close();
    }
}
