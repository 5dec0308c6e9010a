package org.wsproof.conformance.targets.recipes.containers;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;

/** The Docker engine of this machine, as Testcontainers finds it. */
public final class DockerEngine {
    private static final int PULL_MINUTES = 10;
    private static final Path SOCKET = Path.of("/var/run/docker.sock");
    static final String NONE = "no Docker engine answers";

    private DockerEngine() {}

    /** Whether one answers; if not, it takes a second or two to find out. */
    public static boolean answers() {
        try {
            client();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Who talks to it.
     *
     * @throws IOException if none answers, or Testcontainers can't use it: one line
     */
    static DockerClient client() throws IOException {
        try {
            return DockerClientFactory.instance().client();
        } catch (RuntimeException e) {
            throw new IOException(said(innermost(e)), e);
        } catch (LinkageError e) {
            // It brings native code, which not every place lets it load.
            throw new IOException("Testcontainers does not run here: " + innermost(e), e);
        }
    }

    private static String said(String reason) {
        if (reason.contains("ryuk")) {
            // Its own container that clears up.
            return "a Docker engine answers, but the image of Testcontainers' Ryuk can't be had (" + reason
                    + "); TESTCONTAINERS_RYUK_DISABLED=true does without";
        }
        if (Files.exists(SOCKET) && !Files.isWritable(SOCKET)) {
            return NONE + " this user: " + SOCKET + " is for the group docker (usermod -aG docker USER)";
        }
        return NONE + " (on Debian: apt-get install docker.io; elsewhere https://docs.docker.com/engine/install/)";
    }

    /**
     * Sees to it that an image is there; pulls it, once, if it is not.
     *
     * @throws IOException if it can't be had, or no engine answers: one line
     */
    public static void require(String image) throws IOException {
        DockerClient client = client();
        Leftovers.remove(client);
        try {
            client.inspectImageCmd(image).exec();
        } catch (NotFoundException absent) {
            pull(client, DockerImageName.parse(image));
        } catch (RuntimeException e) {
            throw new IOException(
                    "the Docker engine does not tell whether it has the image " + image + ": " + innermost(e), e);
        }
    }

    private static void pull(DockerClient client, DockerImageName image) throws IOException {
        String failed = "the image " + image.asCanonicalNameString() + " is not here and can't be pulled: ";
        try {
            boolean done = client.pullImageCmd(image.getUnversionedPart())
                    .withTag(image.getVersionPart())
                    .exec(new PullImageResultCallback())
                    .awaitCompletion(PULL_MINUTES, TimeUnit.MINUTES);
            if (!done) {
                throw new IOException(failed + "it took longer than " + PULL_MINUTES + " minutes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the image " + image.asCanonicalNameString() + " was pulled", e);
        } catch (RuntimeException e) {
            throw new IOException(failed + innermost(e), e);
        }
    }

    /** One line of what is at the bottom of it. */
    static String innermost(Throwable e) {
        Throwable bottom = e;
        while (bottom.getCause() != null) {
            bottom = bottom.getCause();
        }
        if (bottom instanceof InterruptedException) {
            return "told to stop";
        }
        String message = bottom.getMessage() == null ? bottom.getClass().getSimpleName() : bottom.getMessage();
        return message.lines().findFirst().orElse("").strip();
    }
}
