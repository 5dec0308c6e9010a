package org.wsproof.conformance.targets.recipes;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.Declaration;
import org.wsproof.conformance.targets.Offer;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.Site;
import org.wsproof.conformance.targets.Target;

/**
 * One proxy in several processes, where a setting counts for all of a process: each offers other profiles, and has a folder
 * of its own.
 *
 * @param parts the same proxy each time; at least one
 */
public record Several(List<Recipe> parts) implements Recipe {

    @Override
    public String name() {
        return parts.get(0).name();
    }

    @Override
    public Set<Profile> profiles() {
        Set<Profile> profiles = EnumSet.noneOf(Profile.class);
        parts.forEach(part -> profiles.addAll(part.profiles()));
        return profiles;
    }

    @Override
    public Target start(Site site) throws IOException {
        List<Target> started = new ArrayList<>();
        try {
            for (Recipe part : parts) {
                started.add(part.start(within(site, started.size())));
            }
        } catch (IOException e) {
            started.forEach(Target::close);
            throw e;
        }
        return new Running(List.copyOf(started));
    }

    private static Site within(Site site, int part) throws IOException {
        return new Site(
                Files.createDirectory(site.folder().resolve("process-" + part)),
                site.origins(),
                site.authority(),
                site.trusted(),
                site.frontCertificate(),
                site.frontKey());
    }

    private record Running(List<Target> targets) implements Target {
        @Override
        public Declaration declaration() {
            return targets.get(0).declaration();
        }

        @Override
        public Map<Profile, Offer> offers() {
            Map<Profile, Offer> offers = new EnumMap<>(Profile.class);
            targets.forEach(target -> offers.putAll(target.offers()));
            return offers;
        }

        @Override
        public boolean alive() {
            return targets.stream().allMatch(Target::alive);
        }

        @Override
        public String lastWords() {
            return targets.stream()
                    .map(Target::lastWords)
                    .filter(words -> !words.isEmpty())
                    .collect(Collectors.joining("\n"));
        }

        @Override
        public void close() {
            targets.forEach(Target::close);
        }
    }
}
