package org.wsproof.conformance.targets.recipes.containers;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.wsproof.conformance.model.Step.Operation;
import org.wsproof.conformance.targets.Operations;

/**
 * Operates on a container as a child process is operated on: by the same signals, sent to its first process.
 *
 * @param path of the configuration in the container
 * @param configuration its text
 */
record ContainerOperations(ProxyContainer container, String path, String configuration, Map<Operation, String> signals)
        implements Operations {
    /** All that a POSIX shell can do by itself: images have little more. The shell's own descriptors are not counted. */
    private static final String COUNT =
            "n=0; for p in /proc/[0-9]*; do if [ $p != /proc/$$ ]; then set -- $p/fd/*; n=$((n + $#)); fi; done; echo $n";

    @Override
    public Set<Operation> offered() {
        Set<Operation> offered = EnumSet.of(Operation.GAUGE);
        offered.addAll(signals.keySet());
        return offered;
    }

    @Override
    public void drain() throws IOException {
        container.signal(Objects.requireNonNull(signals.get(Operation.DRAIN)));
    }

    /** The change is a comment, as the proxies' own formats have it. */
    @Override
    public void reload() throws IOException {
        container.write(path, configuration + "\n# changed\n");
        container.signal(Objects.requireNonNull(signals.get(Operation.RELOAD)));
    }

    @Override
    public long descriptors() throws IOException {
        String counted = container.run("sh", "-c", COUNT).strip();
        try {
            return Long.parseLong(counted);
        } catch (NumberFormatException e) {
            throw new IOException("the descriptors in the container can't be counted: " + counted, e);
        }
    }
}
