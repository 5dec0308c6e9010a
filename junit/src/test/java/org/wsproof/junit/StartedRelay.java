package org.wsproof.junit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.relay.SoundRelay;
import org.wsproof.conformance.targets.Site;
import org.wsproof.conformance.targets.Target;

/** The sound relay as a proxy that the kit did not start, with two profiles. */
record StartedRelay(Target target) implements AutoCloseable {
    static StartedRelay inFrontOf(KitAddress origin) throws IOException {
        Path none = Path.of("");
        return new StartedRelay(new SoundRelay()
                .start(new Site(
                        none,
                        Map.of(Profile.PLAIN, origin.address(), Profile.SHORT_TIMERS, origin.address()),
                        Optional.empty(),
                        none,
                        none,
                        none)));
    }

    String frontside() {
        return at(Profile.PLAIN);
    }

    String frontsideWithShortTimers() {
        return at(Profile.SHORT_TIMERS);
    }

    private String at(Profile profile) {
        return Objects.requireNonNull(target.offers().get(profile)).frontside().toString();
    }

    @Override
    public void close() {
        target.close();
    }
}
