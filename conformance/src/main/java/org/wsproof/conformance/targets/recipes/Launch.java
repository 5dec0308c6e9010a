package org.wsproof.conformance.targets.recipes;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.Declaration;
import org.wsproof.conformance.targets.Timers;

/**
 * A proxy about to be started as one child process for all its profiles.
 *
 * @param frontsides where it will listen
 * @param timers what it has been told, for each of these profiles
 * @param folder takes its log
 */
public record Launch(
        Declaration declaration, Map<Profile, InetSocketAddress> frontsides, Map<Profile, Timers> timers, Path folder) {

    /**
     * Starts it and waits until it listens everywhere.
     *
     * @throws IOException if it can't be started, ends early, or is not ready in time: which proxy, and what it printed
     */
    public ProcessTarget start(List<String> command, Duration deadline) throws IOException {
        String name = declaration.name();
        try {
            ProxyProcess process =
                    ProxyProcess.start(command, folder.resolve(name + ".log"), frontsides.values(), deadline);
            return new ProcessTarget(declaration, Frontsides.offers(frontsides, timers), process);
        } catch (IOException e) {
            throw new IOException(name + " " + declaration.version() + ": " + e.getMessage(), e);
        }
    }
}
