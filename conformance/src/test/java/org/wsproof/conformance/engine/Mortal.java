package org.wsproof.conformance.engine;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.relay.SoundRelay;
import org.wsproof.conformance.targets.Declaration;
import org.wsproof.conformance.targets.Offer;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.Site;
import org.wsproof.conformance.targets.Target;

/** A sound relay that is stopped at once: its frontsides refuse every connection. */
final class Mortal implements Recipe {
    @Override
    public String name() {
        return "mortal";
    }

    @Override
    public Set<Profile> profiles() {
        return Set.of(Profile.PLAIN);
    }

    @Override
    public Target start(Site site) throws IOException {
        Target relay = new SoundRelay().start(site);
        relay.close();
        return new Dead(relay);
    }

    private record Dead(Target relay) implements Target {
        @Override
        public Declaration declaration() {
            return relay.declaration();
        }

        @Override
        public Map<Profile, Offer> offers() {
            return relay.offers();
        }

        @Override
        public boolean alive() {
            return false;
        }

        @Override
        public String lastWords() {
            return "";
        }

        @Override
        public void close() {
            relay.close();
        }
    }
}
