package org.wsproof.conformance.targets.recipes;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.model.Step.Operation;
import org.wsproof.conformance.targets.Declaration;
import org.wsproof.conformance.targets.Mode;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.Site;
import org.wsproof.conformance.targets.Target;
import org.wsproof.conformance.targets.Timers;

/**
 * A proxy that is a program on this machine, started in the foreground with one configuration file for all profiles.
 *
 * @param template the configuration file, a resource beside this class
 * @param arguments of the program; placeholders as in the template, and <code>{{configuration}}</code> for the file
 * @param timers what the configuration sets, for each profile that it offers
 * @param image the project's official one, in which the same configuration serves; empty if there is none
 * @param signals by which its manual says to drain and to reload it; for the profile disposable
 */
public record NativeRecipe(
        String name,
        Program program,
        Optional<Image> image,
        Template template,
        List<String> arguments,
        Map<Profile, Timers> timers,
        Map<Operation, String> signals)
        implements Recipe {
    private static final Duration START = Duration.ofSeconds(10);

    @Override
    public Set<Profile> profiles() {
        return timers.keySet();
    }

    @Override
    public Target start(Site site) throws IOException {
        Binary binary = program.find();
        Map<Profile, InetSocketAddress> frontsides = Frontsides.reserve(profiles());
        List<String> command = new ArrayList<>(List.of(binary.path().toString()));
        Template.Filled filled = template.fill(site, frontsides, arguments);
        Files.writeString(template.at(site), filled.configuration());
        Files.writeString(Template.Joined.at(site), Template.Joined.text(site));
        command.addAll(filled.arguments());
        Declaration declaration = new Declaration(name, binary.version(), Mode.TRANSPARENT);
        ProcessTarget target = new Launch(declaration, frontsides, timers, site.folder()).start(command, START);
        return target.operated(new ProcessOperations(target.process(), template.at(site), signals));
    }
}
