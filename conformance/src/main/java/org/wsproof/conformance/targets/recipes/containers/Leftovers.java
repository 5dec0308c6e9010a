package org.wsproof.conformance.targets.recipes.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Container;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Containers of a kit that was killed, and could not remove them. Testcontainers' Ryuk does that where its image can be had; where it is
 * switched off, the next run does. Containers share the host's network, so that the kit's process is one of this machine.
 */
final class Leftovers {
    static final String LABEL = "org.wsproof.kit";

    private Leftovers() {}

    /** What tells whose a container is: the process, and when it was started, since numbers are used again. */
    static Map<String, String> label() {
        return Map.of(LABEL, told(ProcessHandle.current()));
    }

    private static String told(ProcessHandle process) {
        return process.pid() + " "
                + process.info().startInstant().map(Object::toString).orElse("");
    }

    /**
     * Removes them.
     *
     * @throws IOException if the engine does not say which there are
     */
    static void remove(DockerClient client) throws IOException {
        try {
            List<Container> ours = client.listContainersCmd()
                    .withShowAll(true)
                    .withLabelFilter(List.of(LABEL))
                    .exec();
            ours.stream()
                    .filter(one -> !alive(String.valueOf(one.getLabels().get(LABEL))))
                    .forEach(one -> remove(client, one.getId()));
        } catch (DockerException e) {
            throw new IOException(
                    "the Docker engine does not tell which containers there are: " + DockerEngine.innermost(e), e);
        }
    }

    private static boolean alive(String told) {
        return ProcessHandle.of(Long.parseLong(told.substring(0, told.indexOf(' '))))
                .filter(process -> told(process).equals(told))
                .isPresent();
    }

    private static void remove(DockerClient client, String id) {
        try {
            client.removeContainerCmd(id)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        } catch (DockerException gone) {
            // Somebody else was quicker, or is at it.
        }
    }
}
