package org.wsproof.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wsproof.proxy.ReloadRig.gateway;
import static org.wsproof.proxy.ReloadRig.http;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wsproof.proxy.admin.Outside;
import org.wsproof.proxy.admin.Scrape;
import org.wsproof.proxy.reload.Snapshot;

/** The admin listener of a gateway that is reloaded, and drained. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class AdminSideTest {
    @TempDir
    private Path directory = Path.of("");

    private ReloadRig rig;

    @BeforeEach
    void open() throws IOException {
        rig = new ReloadRig(directory);
    }

    @AfterEach
    void close() throws IOException {
        rig.close();
    }

    private String with(String origin, int adminPort) {
        return gateway(origin.equals("one") ? rig.one : rig.other, "", http("front", rig.front, "")) + "admin: { port: "
                + adminPort + " }\n";
    }

    private static void waitFor(Outside outside, String metric, String labels) throws Exception {
        while (outside.scrape().value(metric, labels) < 1) {
            Thread.onSpinWait();
        }
    }

    @Test
    void reloadsAreCountedAsTakenOrRefusedAndMoveNoAdminListener() throws Exception {
        int port = ReloadRig.freePort();
        Files.writeString(rig.file(), with("one", port));
        ConfigurationFile file = new ConfigurationFile(rig.file());
        Snapshot read = new Snapshot();
        Gateway gateway = file.read(read, Gateway::start);
        rig.keep(gateway::close);
        rig.keep(Reloading.start(file, gateway, read)::close);
        Outside outside = new Outside(port);

        Files.writeString(rig.file(), "nonsense");
        waitFor(outside, "wsproof_reloads_total", "outcome=refused");
        assertThat(outside.scrape().value("wsproof_reloads_total", "outcome=taken"))
                .isZero();

        Files.writeString(rig.file(), with("other", ReloadRig.freePort()));
        waitFor(outside, "wsproof_reloads_total", "outcome=taken");
        assertThat(gateway.adminPort()).hasValue(port);
        assertThat(outside.get("/health/ready").statusCode()).isEqualTo(200);
    }

    @Test
    void whoIsRefusedByAPolicyIsCountedByWhatTheClientIsTold() throws Exception {
        int port = ReloadRig.freePort();
        String policies = "    policies: { allowed-origins: [https://app.example] }\n";
        rig.start(gateway(rig.one, policies, http("front", rig.front, "")) + "admin: { port: " + port + " }\n");
        String elsewhere = Rig.REQUEST.replace("\r\n\r\n", "\r\nOrigin: https://else.example\r\n\r\n");
        assertThat(rig.client(rig.front).send(elsewhere).readHead()).startsWith("HTTP/1.1 403 ");

        Scrape scrape = new Outside(port).scrape();
        assertThat(scrape.value("wsproof_requests_refused_total", "gateway=gateway, reason=forbidden"))
                .isEqualTo(1);
        assertThat(scrape.histogram("wsproof_handshake_seconds").getSampleCount())
                .isZero();
    }

    @Test
    void aGatewayThatDrainsIsAliveButNotReady() throws Exception {
        int port = ReloadRig.freePort();
        Gateway gateway = rig.start(with("one", port));
        Rig.Ends tunnel = rig.tunnel(rig.front, rig.one);
        Outside outside = new Outside(port);
        assertThat(outside.get("/health/ready").statusCode()).isEqualTo(200);

        Rig.thread(() -> {
            try {
                gateway.drain();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        waitFor(outside, "wsproof_drains_total", "");
        assertThat(outside.get("/health/ready"))
                .returns(503, HttpResponse::statusCode)
                .returns("draining\n", HttpResponse::body);
        assertThat(outside.get("/health/live").statusCode()).isEqualTo(200);
        // Its end has the grace to answer the Close in.
        assertThat(tunnel.client().readBytes(2)[0]).isEqualTo((byte) 0x88);
    }
}
