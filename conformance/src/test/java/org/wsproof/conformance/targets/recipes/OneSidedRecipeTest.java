package org.wsproof.conformance.targets.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.wsproof.conformance.cases.Catalogue;
import org.wsproof.conformance.certificates.Certificates;
import org.wsproof.conformance.judge.Outcome;
import org.wsproof.conformance.judge.Result;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.stage.Settings;
import org.wsproof.conformance.stage.Stage;
import org.wsproof.conformance.stage.Token;
import org.wsproof.conformance.targets.Trust;

class OneSidedRecipeTest {
    private static final List<String> ASKED = List.of(
            "echo/opened",
            "echo/text-of-each-length-class",
            "echo/fragments-with-ping-between",
            "echo/ping-answered",
            "echo/close-answered",
            "echo/many-in-order");

    @Test
    void aServersGreetingAndPingsAreNotHeldAgainstIt() throws IOException, InterruptedException {
        try (ChattyEchoServer server = new ChattyEchoServer(plain())) {
            assertThat(performed("ws://127.0.0.1:" + server.port() + "/echo?room=1", Trust.system(), ASKED))
                    .allSatisfy(result -> assertThat(result.outcome())
                            .as(result.subject().id())
                            .isInstanceOf(Outcome.Passed.class));
        }
    }

    @Test
    void whatTheServerDoesWrongIsSeenBehindItsGreeting() throws IOException, InterruptedException {
        try (ChattyEchoServer server = new ChattyEchoServer(plain())) {
            assertThat(performed(
                            "ws://127.0.0.1:" + server.port() + "/",
                            Trust.system(),
                            List.of("echo/other-version-refused", "echo/post-opens-nothing")))
                    .allSatisfy(result -> assertThat(result.outcome()).isInstanceOf(Outcome.Failed.class));
        }
    }

    @Test
    void overTlsTheCertificateMustBeTrustedUnlessAnyWillDo() throws IOException, InterruptedException {
        ServerSocket tls = Certificates.create()
                .serverContext("valid")
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        try (ChattyEchoServer server = new ChattyEchoServer(tls)) {
            String url = "wss://localhost:" + server.port() + "/";

            assertThatThrownBy(() -> performed(url, Trust.system(), ASKED))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("the TLS handshake with localhost:" + server.port() + " failed: ")
                    .hasMessageEndingWith("(--insecure accepts any certificate)");
            assertThat(performed(url, Trust.anybody(), List.of("echo/opened")))
                    .allSatisfy(result -> assertThat(result.outcome()).isInstanceOf(Outcome.Passed.class));
        }
    }

    @Test
    void aCaseThatNeedsBothEndsIsNotApplicable() throws IOException, InterruptedException {
        try (ChattyEchoServer server = new ChattyEchoServer(plain());
                Stage stage = stage("ws://127.0.0.1:" + server.port() + "/", Trust.system())) {
            assertThat(stage.perform(named("handshake/basic")).outcome()).isInstanceOf(Outcome.NotApplicable.class);
            assertThat(stage.perform(named("echo/idle-tunnel-ends")).outcome())
                    .isInstanceOf(Outcome.NotApplicable.class);
        }
    }

    @Test
    void anIdleTimeoutThatIsGivenIsTested() {
        URI url = URI.create("ws://127.0.0.1/");

        assertThat(new OneSidedRecipe(url, Optional.of(Duration.ofSeconds(5)), Trust.system()).profiles())
                .containsExactlyInAnyOrder(Profile.PLAIN, Profile.SHORT_TIMERS);
        assertThat(new OneSidedRecipe(url, Optional.of(Duration.ofSeconds(11)), Trust.system()).profiles())
                .containsExactly(Profile.PLAIN);
    }

    private static List<Result> performed(String url, Trust trust, List<String> ids)
            throws IOException, InterruptedException {
        List<Result> results = new java.util.ArrayList<>();
        try (Stage stage = stage(url, trust)) {
            for (String id : ids) {
                results.add(stage.perform(named(id)));
            }
        }
        return results;
    }

    private static Stage stage(String url, Trust trust) throws IOException {
        return Stage.open(new OneSidedRecipe(URI.create(url), Optional.empty(), trust), new Settings(1, Token.QUERY));
    }

    private static Case named(String id) {
        return Catalogue.all().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static ServerSocket plain() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }
}
