package org.wsproof.conformance.targets;

import java.time.Duration;
import org.wsproof.conformance.model.Span;

/** The times a target declares under one profile. A timer that the target lacks is declared very long, never zero. */
public record Timers(Duration idle, Duration head, Duration handshake, Duration authority, Duration drain) {
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
