package org.wsproof.conformance.targets.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.Declaration;
import org.wsproof.conformance.targets.Mode;
import org.wsproof.conformance.targets.Site;
import org.wsproof.conformance.targets.Target;
import org.wsproof.conformance.targets.Timers;

class TargetFileTest {
    private static final String PLAIN = "name: mine\nprofiles:\n  plain:\n    frontside: ws://127.0.0.1:8080\n";
    private static final String WHOLE = PLAIN + "    origin: 127.0.0.1:9000\n";

    @TempDir
    private Path folder;

    @Test
    void theTemplateReadsAsItIs() throws IOException {
        TargetFile file = TargetFile.read(written(TargetFile.template()));

        assertThat(file.declaration()).isEqualTo(new Declaration("my-proxy", "", Mode.TRANSPARENT));
        assertThat(file.profiles()).containsExactly(Profile.PLAIN);
        assertThat(file.originAt(Profile.PLAIN)).contains(local(9000));
        assertThat(file.originAt(Profile.SHORT_TIMERS)).isEmpty();
    }

    @Test
    void theTemplateReadsWithAllThatItOffers() throws IOException {
        String all = TargetFile.template().replaceAll("(?m)^( *)#(?=[a-z])", "$1");
        TargetFile file = TargetFile.read(written(all));

        assertThat(file.declaration().version()).isEqualTo("1.0");
        assertThat(file.profiles())
                .containsExactlyInAnyOrder(
                        Profile.PLAIN,
                        Profile.SHORT_TIMERS,
                        Profile.TLS_FRONTSIDE,
                        Profile.TLS_UNVALIDATED,
                        Profile.GUARDED);
        Duration never = Timers.NEVER;
        Duration second = Duration.ofSeconds(1);
        assertThat(file.places().get(Profile.SHORT_TIMERS))
                .isEqualTo(new TargetFile.Place(
                        URI.create("ws://127.0.0.1:8081/"),
                        local(9001),
                        new Timers(second, second, second, never, never)));
        assertThat(file.authorityAt()).contains(local(9100));
        assertThat(file.trust()).get().matches(trust -> !trust.hostChecked());
    }

    static Stream<Arguments> ofTheFile() {
        return Stream.of(
                mistake("", 1, "the file is empty: 'wsproof target init' writes one"),
                mistake("# nothing\n", 1, "the file is empty"),
                mistake("mine\n", 1, "is \"mine\"; expected: keys (name, version, mode, profiles)"),
                mistake("- a\n", 1, "a list; expected: a text, or keys"),
                mistake("name: [a]\n", 1, "a list"),
                mistake("name: a: b\n", 1, "is no YAML: "),
                mistake("a: 'b\n", 1, "is no YAML: "),
                mistake("name: a\n---\nname: b\n", 3, "a second document"),
                mistake("name: a\nname: b\n", 2, "name: is there twice"),
                mistake(WHOLE + "kind: x\n", 6, "kind: unknown key; allowed: name, version, mode, profiles"),
                mistake("profiles: {}\n", 1, "name: is missing; allowed: a name of your choice"),
                mistake("name:\n", 1, "name: has no value"),
                mistake("name: a\n", 1, "profiles: is missing; expected: keys (plain, "),
                mistake("name: a\nprofiles:\n", 2, "profiles: has no profile; allowed: plain, short-timers"),
                mistake(WHOLE + "mode: magic\n", 6, "mode: is \"magic\"; allowed: framing, transparent"));
    }

    static Stream<Arguments> ofAFrontsideOrOrigin() {
        return Stream.of(
                mistake("name: a\nprofiles:\n  fast: {}\n", 3, "profiles.fast: unknown key; allowed: plain, "),
                mistake(PLAIN, 3, "profiles.plain.origin: is missing; allowed: HOST:PORT"),
                mistake(PLAIN + "    origin: 9000\n", 5, "profiles.plain.origin: is \"9000\"; allowed: HOST:PORT"),
                mistake(PLAIN + "    origin: a:99999\n", 5, "is \"a:99999\"; allowed: HOST:PORT"),
                mistake(
                        WHOLE + "    colour: red\n",
                        6,
                        "profiles.plain.colour: unknown key; allowed: frontside, origin"),
                mistake(
                        WHOLE.replace("ws:", "http:"),
                        4,
                        "plain.frontside: is \"http://127.0.0.1:8080\"; allowed: ws://"),
                mistake(WHOLE.replace("ws:", "wss:"), 4, "allowed: ws://HOST[:PORT][/PATH]"),
                mistake(WHOLE.replace("ws://", "ws://a b"), 4, "which is no URL"),
                mistake(WHOLE.replace("plain", "tls-frontside"), 4, "allowed: wss://HOST[:PORT][/PATH]"));
    }

    static Stream<Arguments> ofAProfile() {
        return Stream.of(
                mistake(WHOLE.replace("plain", "short-timers"), 3, "has no timer; allowed: idle-timeout, header"),
                mistake(timer("20s"), 6, "idle-timeout: is \"20s\"; allowed: 1ms to 10s, in ms or s"),
                mistake(timer("5"), 6, "is \"5\"; allowed: 1ms to 10s"),
                mistake(
                        WHOLE.replace("plain", "tls-validated"),
                        3,
                        "can't be offered by a file: a proxy that runs already"),
                mistake(
                        WHOLE.replace("plain", "disposable"),
                        3,
                        "can't be offered by a file: the kit would have to start"),
                mistake(WHOLE.replace("plain", "guarded"), 3, "profiles.guarded.authority: is missing"),
                mistake(
                        WHOLE + "  tls-unvalidated: { frontside: ws://127.0.0.1:1, origin: 127.0.0.1:9000 }\n",
                        6,
                        "is \"127.0.0.1:9000\", where an origin listens already; allowed: another address for an origin that"
                                + " speaks TLS"));
    }

    @ParameterizedTest
    @MethodSource({"ofTheFile", "ofAFrontsideOrOrigin", "ofAProfile"})
    void eachMistakeIsOneLineWithItsPlace(String text, int line, String said) throws IOException {
        Path file = written(text);

        assertThatThrownBy(() -> TargetFile.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + ":" + line + ": ")
                .hasMessageContaining(said)
                .satisfies(
                        e -> assertThat(String.valueOf(e.getMessage()).lines()).hasSize(1));
    }

    @Test
    void whatCantBeReadIsOneLine() throws IOException {
        Path none = folder.resolve("none.yaml");
        Path octets = Files.write(folder.resolve("octets.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe});

        assertThatThrownBy(() -> TargetFile.read(none)).hasMessage("there is no file " + none);
        assertThatThrownBy(() -> TargetFile.read(octets)).hasMessage(octets + " is no text in UTF-8");
        assertThatThrownBy(() -> TargetFile.read(folder)).hasMessage(folder + " can't be read");
    }

    @Test
    void whereNobodyListensTheProfileIsNamed() throws IOException {
        TargetFile file;
        Target target;
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            file = TargetFile.read(written(WHOLE.replace("8080", Integer.toString(listener.getLocalPort()))));
            target = file.start(site());
            assertThat(target.alive()).isTrue();
            assertThat(target.offers()).containsOnlyKeys(Profile.PLAIN);
        }
        assertThat(target.alive()).isFalse();
        assertThatThrownBy(() -> file.start(site()))
                .hasMessageContaining("(profile plain): start your proxy first, with its backside at 127.0.0.1:9000");
    }

    private static InetSocketAddress local(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private static Site site() {
        return new Site(Path.of("."), Map.of(), Optional.empty(), Path.of("."), Path.of("."), Path.of("."));
    }

    private static String timer(String time) {
        return WHOLE.replace("plain", "short-timers") + "    idle-timeout: " + time + "\n";
    }

    private Path written(String text) throws IOException {
        return Files.writeString(folder.resolve("target.yaml"), text);
    }

    private static Arguments mistake(String text, int line, String said) {
        return Arguments.of(text, line, said);
    }
}
