package org.wsproof.junit;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.Declaration;
import org.wsproof.conformance.targets.Offer;
import org.wsproof.conformance.targets.Operations;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.Site;
import org.wsproof.conformance.targets.Target;

/** A recipe that counts how often what it started was stopped. */
record Stopped(Recipe recipe, AtomicInteger count) implements Recipe {
    @Override
    public String name() {
        return recipe.name();
    }

    @Override
    public Set<Profile> profiles() {
        return recipe.profiles();
    }

    @Override
    public Target start(Site site) throws IOException {
        return new Counting(recipe.start(site), count);
    }

    private record Counting(Target target, AtomicInteger count) implements Target {
        @Override
        public Declaration declaration() {
            return target.declaration();
        }

        @Override
        public Map<Profile, Offer> offers() {
            return target.offers();
        }

        @Override
        public Optional<Operations> operations() {
            return target.operations();
        }

        @Override
        public boolean alive() {
            return target.alive();
        }

        @Override
        public String lastWords() {
            return target.lastWords();
        }

        @Override
        public void close() {
            target.close();
            count.incrementAndGet();
        }
    }
}
