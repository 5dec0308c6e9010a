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
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wsproof.conformance.certificates.Certificates;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.Offer;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.Site;
import org.wsproof.conformance.targets.Target;

class NativeRecipeTest {
    private final Certificates certificates = Certificates.create();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "haproxy", "apache", "caddy", "lighttpd", "varnish"})
    void aRealProxyStartsRelaysAndStops(String name) throws Exception {
        Recipe recipe = installed(name);
        try (ServerSocket origin = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Target target = recipe.start(site(origin));
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
    @CsvSource({
        "nginx, TLS_VALIDATED, valid, true",
        "nginx, TLS_VALIDATED, wrong-host, false",
        "nginx, TLS_VALIDATED, untrusted, false",
        "nginx, TLS_UNVALIDATED, wrong-host, true",
        "haproxy, TLS_VALIDATED, valid, true",
        "haproxy, TLS_VALIDATED, wrong-host, false",
        "haproxy, TLS_VALIDATED, untrusted, false",
        "haproxy, TLS_UNVALIDATED, wrong-host, true",
        "apache, TLS_VALIDATED, valid, true",
        "apache, TLS_VALIDATED, wrong-host, false",
        "apache, TLS_VALIDATED, untrusted, false",
        "apache, TLS_UNVALIDATED, wrong-host, true",
        "caddy, TLS_VALIDATED, valid, true",
        "caddy, TLS_VALIDATED, wrong-host, false",
        "caddy, TLS_VALIDATED, untrusted, false",
        "caddy, TLS_UNVALIDATED, wrong-host, true"
    })
    void theTlsProfilesValidateOrDoNot(String name, Profile profile, String certificate, boolean accepted)
            throws Exception {
        Recipe recipe = installed(name);
        try (ServerSocket origin = certificates
                        .serverContext(certificate)
                        .getServerSocketFactory()
                        .createServerSocket(0);
                Target target = recipe.start(site(origin))) {
            assertThat(relayed(url(target, profile), origin)).isEqualTo(accepted ? "GET /asked HTTP/1.1" : "");
        }
    }

    // Not Apache: it listens before it reads its certificates, and may have been connected to when it ends.
    @ParameterizedTest
    @ValueSource(strings = {"nginx", "haproxy", "caddy", "lighttpd"})
    void aProxyThatEndsAtItsStartIsQuoted(String name) throws Exception {
        Recipe recipe = installed(name);
        InetSocketAddress nobody = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);
        Site site = Sites.at(folder, certificates, nobody);
        Files.writeString(site.frontCertificate(), "no certificate");

        assertThatThrownBy(() -> recipe.start(site))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(name + " ")
                .hasMessageContaining("ended as it started")
                .hasMessageContaining("; it printed:\n");
    }

    @Test
    void aMissingProgramSaysWhatToInstall() {
        assertThatThrownBy(() -> new Program("no-such-proxy", "-v", "some-package").find())
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no-such-proxy is not installed")
                .hasMessageContaining("apt-get install some-package");
    }

    private Site site(ServerSocket origin) throws IOException {
        return Sites.at(
                folder, certificates, new InetSocketAddress(InetAddress.getLoopbackAddress(), origin.getLocalPort()));
    }

    private static Recipe installed(String name) {
        Recipe recipe = NativeProxies.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        try {
            program(recipe).find();
        } catch (IOException e) {
            assumeTrue(false, e.getMessage());
        }
        return recipe;
    }

    private static Program program(Recipe recipe) {
        Recipe first = recipe instanceof Several several ? several.parts().get(0) : recipe;
        return ((NativeRecipe) first).program();
    }

    private static URI url(Target target, Profile profile) {
        return Objects.requireNonNull(target.offers().get(profile)).frontside();
    }

    private static InetSocketAddress address(URI url) {
        return new InetSocketAddress(url.getHost(), url.getPort());
    }

    /** The request line that the origin gets when a client asks for {@code /asked}; "" if it gets none. */
    private static String relayed(URI frontside, ServerSocket origin) throws IOException {
        origin.setSoTimeout(5000);
        try (Socket client = new Socket(frontside.getHost(), frontside.getPort())) {
            client.getOutputStream()
                    .write("GET /asked HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            try (Socket accepted = origin.accept()) {
                return firstLine(accepted);
            }
        }
    }

    private static String firstLine(Socket accepted) throws IOException {
        try {
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(accepted.getInputStream(), StandardCharsets.ISO_8859_1));
            return Objects.requireNonNullElse(reader.readLine(), "");
        } catch (SSLException | SocketException e) {
            // A certificate that the proxy refuses ends the connection, in TLS 1.3 after this side's handshake is done.
            return "";
        }
    }
}
