package org.wsproof.conformance.targets;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.wsproof.conformance.model.Span;

/** The times a target declares under one profile. A timer that the target lacks is {@link #NEVER}, not zero. */
public record Timers(Duration idle, Duration head, Duration handshake, Duration authority, Duration drain) {
    /** A timer that does not fire in a run: the target lacks it, it is set this long, or nobody knows it. */
    public static final Duration NEVER = Duration.ofHours(1);

    /** No timer that fires: the others are then given one by one. */
    public static Timers none() {
        return new Timers(NEVER, NEVER, NEVER, NEVER, NEVER);
    }

    /** With this idle timeout: how long a tunnel may be without any octet. */
    public Timers withIdle(Duration time) {
        return new Timers(time, head, handshake, authority, drain);
    }

    /** With this time for a request's head to arrive. */
    public Timers withHead(Duration time) {
        return new Timers(idle, time, handshake, authority, drain);
    }

    /** With this time for the origin to answer an opening handshake. */
    public Timers withHandshake(Duration time) {
        return new Timers(idle, head, time, authority, drain);
    }

    /** With this time for the authority to answer. */
    public Timers withAuthority(Duration time) {
        return new Timers(idle, head, handshake, time, drain);
    }

    /** The first of these timers that does not fire early enough for a case to wait for it. */
    public Optional<Span.Timer> missing(Set<Span.Timer> needed) {
        return needed.stream()
                .sorted()
                .filter(timer -> unit(timer).compareTo(NEVER) >= 0)
                .findFirst();
    }

    /** A span in nanoseconds, resolved against these timers. */
    public long nanos(Span span) {
        return (long) (unit(span.of()).toNanos() * span.times());
    }

    private Duration unit(Span.Timer timer) {
        return switch (timer) {
            case SECOND -> Duration.ofSeconds(1);
            case IDLE -> idle;
            case HEAD -> head;
            case HANDSHAKE -> handshake;
            case AUTHORITY -> authority;
            case DRAIN -> drain;
        };
    }
}
