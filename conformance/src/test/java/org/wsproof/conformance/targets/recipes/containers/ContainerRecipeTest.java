package org.wsproof.conformance.targets.recipes.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Container;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wsproof.conformance.certificates.Certificates;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.Offer;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.Site;
import org.wsproof.conformance.targets.Target;
import org.wsproof.conformance.targets.recipes.ProxyProcess;
import org.wsproof.conformance.targets.recipes.Sites;

/** Needs a Docker engine that has, or can pull, nginx's image; is skipped without, and says what is missing. */
@Tag("container")
class ContainerRecipeTest {
    private static final String IMAGE = "nginx:1.22";
    private final Recipe nginx = Proxies.named("nginx", Optional.of(Via.CONTAINER));

    @TempDir
    Path folder;

    @BeforeEach
    void engine() {
        try {
            DockerEngine.require(IMAGE);
        } catch (IOException e) {
            assumeTrue(false, e.getMessage());
        }
    }

    @Test
    void aProxyStartsInAContainerRelaysAndIsRemoved() throws IOException {
        try (ServerSocket origin = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Target target = nginx.start(site(origin));
            try (target) {
                assertThat(target.alive()).isTrue();
                assertThat(target.declaration().version()).matches("1\\.22\\.\\d+ \\(nginx:1\\.22\\)");
                assertThat(target.offers().keySet()).isEqualTo(nginx.profiles());
                assertThat(target.operations().orElseThrow().descriptors())
                        .isGreaterThan(target.offers().size());
                assertThat(relayed(url(target), origin)).isEqualTo("GET /asked HTTP/1.1");
                assertThat(ours()).hasSize(1);
            }
            assertThat(target.alive()).isFalse();
            assertThat(ours()).isEmpty();
            for (Offer offer : target.offers().values()) {
                assertThat(ProxyProcess.accepts(new InetSocketAddress(
                                offer.frontside().getHost(), offer.frontside().getPort())))
                        .isFalse();
            }
        }
    }

    @Test
    void aProxyThatEndsAtItsStartIsQuotedAndRemoved() throws IOException {
        Site site = Sites.at(folder, Certificates.create(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 9));
        Files.writeString(site.frontCertificate(), "no certificate");

        assertThatThrownBy(() -> nginx.start(site))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("nginx (nginx:1.22): ended as it started, with exit code 1; it printed:\n")
                .hasMessageContaining("/tmp/certificate.pem");
        assertThat(ours()).isEmpty();
    }

    @Test
    void anImageThatCantBeHadIsOneLine() {
        assertThatThrownBy(() -> DockerEngine.require("localhost:1/no-such-image:1"))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("the image localhost:1/no-such-image:1 is not here and can't be pulled: ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void whatAKilledKitLeftBehindIsRemovedByTheNext() throws IOException {
        DockerClient client = DockerEngine.client();
        String dead =
                created(client, Map.of(Leftovers.LABEL, ProcessHandle.current().pid() + " of another time"));
        String alive = created(client, Leftovers.label());
        try {
            Leftovers.remove(client);

            assertThat(labelled(Leftovers.LABEL)).contains(alive).doesNotContain(dead);
        } finally {
            client.removeContainerCmd(alive).exec();
        }
    }

    private static String created(DockerClient client, Map<String, String> labels) {
        return client.createContainerCmd(IMAGE).withLabels(labels).exec().getId();
    }

    /** Of this virtual machine: others may run containers beside it. */
    private static List<String> ours() throws IOException {
        return labelled(Leftovers.LABEL + "=" + Leftovers.label().get(Leftovers.LABEL));
    }

    private static List<String> labelled(String label) throws IOException {
        return DockerEngine.client()
                .listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(List.of(label))
                .exec()
                .stream()
                .map(Container::getId)
                .toList();
    }

    private Site site(ServerSocket origin) throws IOException {
        return Sites.at(
                folder,
                Certificates.create(),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), origin.getLocalPort()));
    }

    private static URI url(Target target) {
        return Objects.requireNonNull(target.offers().get(Profile.PLAIN)).frontside();
    }

    /** The request line that the origin gets when a client asks for {@code /asked}. */
    private static String relayed(URI frontside, ServerSocket origin) throws IOException {
        origin.setSoTimeout(5000);
        try (Socket client = new Socket(frontside.getHost(), frontside.getPort())) {
            client.getOutputStream()
                    .write("GET /asked HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            try (Socket accepted = origin.accept()) {
                return Objects.requireNonNull(new BufferedReader(
                                new InputStreamReader(accepted.getInputStream(), StandardCharsets.ISO_8859_1))
                        .readLine());
            }
        }
    }
}
