package org.wsproof.conformance.judge;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.wsproof.conformance.model.Claim.Between;
import org.wsproof.conformance.model.Endpoint;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.targets.Timers;
import org.wsproof.conformance.transcript.Event;
import org.wsproof.conformance.transcript.Transcript;
import org.wsproof.conformance.words.SignText;

/** Judges times, within the kit's band: machines are shared, and timers tick. */
final class TimeCheck {
    private static final double EARLY = 0.9;
    private static final double LATE = 0.1;
    private static final long LATE_MICROS = 400_000;

    private final Timers timers;
    private final Transcript transcript;

    TimeCheck(Timers timers, Transcript transcript) {
        this.timers = timers;
        this.transcript = transcript;
    }

    List<Fact> wrong(Between claim) {
        long least = (long) (micros(timers.nanos(claim.least())) * EARLY);
        long nominal = micros(timers.nanos(claim.most()));
        long most = nominal == 0 ? Long.MAX_VALUE : nominal + Math.max((long) (nominal * LATE), LATE_MICROS);
        String expected = SignText.of(claim.end()) + " at " + claim.to() + " " + bounds(least, most) + " after "
                + SignText.of(claim.start()) + " at " + claim.from();
        Optional<Event> start = find(claim.from(), claim.start());
        Optional<Event> end = find(claim.to(), claim.end());
        if (start.isEmpty() || end.isEmpty()) {
            return ClaimCheck.facts(
                    expected,
                    (start.isEmpty() ? SignText.of(claim.start()) : SignText.of(claim.end())) + " never seen");
        }
        long took = end.get().micros() - start.get().micros();
        return took >= least && took <= most ? List.of() : ClaimCheck.facts(expected, took / 1000 + " ms");
    }

    private Optional<Event> find(Endpoint at, Sign sign) {
        return transcript.at(at).flatMap(s -> s.find(sign));
    }

    private static String bounds(long least, long most) {
        String from = least / 1000 + " ms";
        return most == Long.MAX_VALUE ? "at least " + from : "within " + from + " to " + most / 1000 + " ms";
    }

    private static long micros(long nanos) {
        return TimeUnit.NANOSECONDS.toMicros(nanos);
    }
}
