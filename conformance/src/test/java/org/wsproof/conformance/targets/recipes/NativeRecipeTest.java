package org.wsproof.conformance.targets.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.Offer;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.Target;

class NativeRecipeTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "haproxy"})
    void aRealProxyStartsRelaysAndStops(String name) throws Exception {
        Recipe recipe = installed(name);
        try (ServerSocket origin = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Target target = recipe.start(Sites.at(folder, (InetSocketAddress) origin.getLocalSocketAddress()));
            try (target) {
                assertThat(target.alive()).isTrue();
                assertThat(target.declaration().version()).matches("\\d+\\.\\d+.*");
                assertThat(target.offers().keySet()).isEqualTo(recipe.profiles());
                assertThat(relayed(url(target, Profile.PLAIN), origin)).isEqualTo("GET /asked HTTP/1.1");
            }
            assertThat(target.alive()).isFalse();
            for (Offer offer : target.offers().values()) {
                assertThat(ProxyProcess.accepts(address(offer.frontside()))).isFalse();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "haproxy"})
    void aProxyThatEndsAtItsStartIsQuoted(String name) throws Exception {
        Recipe recipe = installed(name);
        var site = Sites.at(folder, new InetSocketAddress(InetAddress.getLoopbackAddress(), 9));
        java.nio.file.Files.writeString(site.trusted(), "no certificate");

        assertThatThrownBy(() -> recipe.start(site))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(name + " ")
                .hasMessageContaining("ended as it started")
                .hasMessageContaining("certificate.pem");
    }

    @Test
    void aMissingProgramSaysWhatToInstall() {
        assertThatThrownBy(() -> Binary.find("no-such-proxy", "some-package"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no-such-proxy is not installed")
                .hasMessageContaining("apt-get install some-package");
    }

    private static Recipe installed(String name) {
        try {
            Binary.find(name, name);
        } catch (IOException e) {
            assumeTrue(false, e.getMessage());
        }
        return name.equals("nginx") ? new NginxRecipe() : new HaproxyRecipe();
    }

    private static URI url(Target target, Profile profile) {
        return java.util.Objects.requireNonNull(target.offers().get(profile)).frontside();
    }

    private static InetSocketAddress address(URI url) {
        return new InetSocketAddress(url.getHost(), url.getPort());
    }

    /** The request line that the origin gets when a client asks for {@code /asked}. */
    private static String relayed(URI frontside, ServerSocket origin) throws IOException {
        origin.setSoTimeout(5000);
        try (Socket client = new Socket(frontside.getHost(), frontside.getPort())) {
            client.getOutputStream()
                    .write("GET /asked HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            try (Socket accepted = origin.accept();
                    BufferedReader reader = new BufferedReader(
                            new InputStreamReader(accepted.getInputStream(), StandardCharsets.ISO_8859_1))) {
                return reader.readLine();
            }
        }
    }
}
