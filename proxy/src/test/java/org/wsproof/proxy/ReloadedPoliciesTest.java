package org.wsproof.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wsproof.proxy.ReloadRig.assertAlive;
import static org.wsproof.proxy.ReloadRig.gateway;
import static org.wsproof.proxy.ReloadRig.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What limits have counted outlives a configuration, and what a policy asks for does not. */
@Timeout(30)
final class ReloadedPoliciesTest {
    @TempDir
    private Path directory = Path.of("");

    private ReloadRig rig;

    @BeforeEach
    void open() throws IOException {
        rig = new ReloadRig(directory);
    }

    @AfterEach
    void close() throws Exception {
        rig.close();
    }

    private String with(String policy) {
        return gateway(
                rig.one, policy.isEmpty() ? "" : "    policies: { " + policy + " }\n", http("front", rig.front, ""));
    }

    private String answer() throws IOException {
        return rig.client(rig.front).send(Rig.REQUEST).readHead();
    }

    @Test
    void aLimitThatComesLaterCountsTheTunnelsThatAreOpen() throws Exception {
        Gateway gateway = rig.start(with(""));
        Rig.Ends before = rig.tunnel(rig.front, rig.one);
        gateway.reload(rig.read(with("tunnels-at-once: { gateway: 1 }")));
        assertThat(answer()).startsWith("HTTP/1.1 503 ");
        gateway.reload(rig.read(with("tunnels-at-once: { gateway: 9, by-address: 1 }")));
        assertThat(answer()).startsWith("HTTP/1.1 429 ");
        gateway.reload(rig.read(with("tunnels-at-once: { gateway: 2 }")));
        rig.tunnel(rig.front, rig.one);
        assertThat(answer()).startsWith("HTTP/1.1 503 ");
        assertAlive(before);
    }

    @Test
    void logicThatIsNamedInTheSameWordsIsNoChange() throws Exception {
        String from = "additional-logic: [ { name: working-hours, settings: { from: 8 } } ]";
        Gateway gateway = rig.start(with(from));
        assertThat(gateway.reload(rig.read("# changed\n" + with(from)))).hasToString("nothing changed");
        assertThat(gateway.reload(rig.read(with(from.replace("8", "9")))))
                .hasToString("changed front 127.0.0.1:" + rig.front);
    }

    /** A new bucket would let five more in; the old one has only what the seconds meanwhile bring. */
    @Test
    void aReloadFillsNoBucket() throws Exception {
        String rate = "upgrades-per-second: { by-address: 1, burst: 5 }";
        Gateway gateway = rig.start(with(rate));
        rig.one.close();
        for (int i = 0; i < 5; i++) {
            assertThat(answer()).startsWith("HTTP/1.1 502 ");
        }
        gateway.reload(rig.read(with(rate + ", tunnels-at-once: { gateway: 9 }")));
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            answers.add(answer().substring(0, 12));
        }
        assertThat(answers).contains("HTTP/1.1 429");
    }

    @Test
    void keysAreTakenAwayByAReloadAndTunnelsAreNot() throws Exception {
        Path clients = directory.resolve("clients.yaml");
        Files.writeString(clients, "clients: [ { client-id: old } ]");
        Gateway gateway = rig.start(with("api-key: { file: clients.yaml }"));
        String request = Rig.REQUEST.replace("\r\n\r\n", "\r\nX-IBM-Client-Id: old\r\n\r\n");
        Peer client = rig.client(rig.front).send(request);
        Peer origin = rig.accept(rig.one);
        origin.readHead();
        origin.send(Rig.SWITCH);
        client.readHead();

        Files.writeString(clients, "clients: [ { client-id: new } ]");
        gateway.reload(rig.read(with("api-key: { file: clients.yaml }")));
        assertThat(rig.client(rig.front).send(request).readHead()).startsWith("HTTP/1.1 401 ");
        assertAlive(new Rig.Ends(client, origin));
    }
}
