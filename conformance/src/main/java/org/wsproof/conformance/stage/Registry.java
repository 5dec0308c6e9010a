package org.wsproof.conformance.stage;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.wsproof.conformance.wire.Head;

/** The performances under way on one stage, so that what arrives at an origin finds its case. Thread-safe. */
final class Registry {
    private final String run;
    private final Map<Long, Performance> performances = new ConcurrentHashMap<>();
    private final AtomicLong lastNumber = new AtomicLong();
    private final AtomicLong lastConnection = new AtomicLong();

    /** @param run told apart from other runs by this word: lower-case letters and digits */
    Registry(String run) {
        this.run = run;
    }

    String run() {
        return run;
    }

    long nextNumber() {
        return lastNumber.incrementAndGet();
    }

    long nextConnection() {
        return lastConnection.incrementAndGet();
    }

    void enter(Performance performance) {
        performances.put(performance.number(), performance);
    }

    void leave(Performance performance) {
        performances.remove(performance.number());
    }

    boolean performing(Performance performance) {
        return performances.containsKey(performance.number());
    }

    /** The performance that a request belongs to, with the tag it carries. */
    Optional<Arrival> arrival(Head request) {
        return Token.owner(run, request)
                .flatMap(owner -> Optional.ofNullable(performances.get(owner.performance()))
                        .map(performance -> new Arrival(performance, owner.tag())));
    }

    /** A request at home in a performance. */
    record Arrival(Performance performance, String tag) {}
}
