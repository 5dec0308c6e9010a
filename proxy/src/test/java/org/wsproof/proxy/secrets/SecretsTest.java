package org.wsproof.proxy.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wsproof.proxy.HeardLog;
import org.wsproof.proxy.Peer;
import org.wsproof.proxy.Rig;
import org.wsproof.proxy.backside.TlsClientContext;
import org.wsproof.proxy.config.tls.SslClientProfile;
import org.wsproof.proxy.secrets.SecretsRig.Kind;

/** No secret is in a log, at whichever level, nor on an admin page, nor in an answer of the gateway's own. */
@Timeout(60)
final class SecretsTest {
    private static final String ID = "X-IBM-Client-Id: sesame-client-id";
    private static final String ORIGIN = "Origin: https://app.example";
    private static final String NOW = "Now: 10:00";

    @TempDir
    private Path directory = Path.of("");

    /** Opened first and closed first: left open, it would hear all other tests. */
    private final HeardLog log = new HeardLog("ROOT", Level.TRACE);

    private SecretsRig rig;

    @BeforeEach
    void start() throws Exception {
        rig = new SecretsRig(directory, log);
    }

    @AfterEach
    void stop() throws Exception {
        log.close();
        rig.close();
    }

    private void requireNoSecret() throws Exception {
        List<String> secrets = new ArrayList<>(List.of(SecretsRig.WORD));
        String key = Files.readString(directory.resolve("server.key"), StandardCharsets.US_ASCII);
        key.lines().filter(line -> line.length() > 30 && !line.startsWith("-")).forEach(secrets::add);
        assertThat(secrets.size()).isGreaterThan(1);
        for (String seen : rig.seen()) {
            assertThat(seen.toLowerCase(Locale.ROOT)).doesNotContain(SecretsRig.WORD);
            assertThat(seen).doesNotContain(secrets);
        }
    }

    /** Only what was heard can be searched. */
    private void requireHeard(String... words) {
        for (String word : words) {
            assertThat(rig.logged()).anySatisfy(line -> assertThat(line).contains(word));
        }
    }

    private int asked(Kind kind, String path, String... fields) throws Exception {
        return rig.refused(kind, SecretsRig.request(path, fields));
    }

    @Test
    void whatPoliciesRefuse() throws Exception {
        String foreign = "Origin: https://else.example";
        assertThat(asked(Kind.GUARDED, "/origin", foreign, ID)).isEqualTo(403);
        assertThat(asked(Kind.GUARDED, "/keyless", ORIGIN)).isEqualTo(401);
        assertThat(asked(Kind.GUARDED, "/key", ORIGIN, "X-IBM-Client-Id: sesame-other"))
                .isEqualTo(401);
        assertThat(asked(Kind.GUARDED, "/secret", ORIGIN, ID, "X-IBM-Client-Secret: sesame-2"))
                .isEqualTo(401);
        assertThat(asked(Kind.GUARDED, "/late", ORIGIN, ID, "Now: 23:59")).isEqualTo(403);
        assertThat(asked(Kind.GUARDED, "/failing", ORIGIN, ID)).isEqualTo(500);
        assertThat(asked(Kind.GUARDED, "/authority", ORIGIN, ID, NOW, "Verdict: no"))
                .isEqualTo(403);
        assertThat(asked(Kind.UNASKED, "/unasked")).isEqualTo(500);
        rig.look();
        requireHeard("/origin", "/keyless", "/key", "/secret", "/late", "/failing", "/authority", "/unasked");
        requireNoSecret();
    }

    @Test
    void whatLimitsRefuse() throws Exception {
        rig.connect(Kind.LIMITED).send(SecretsRig.request("/first")).readHead();
        assertThat(asked(Kind.LIMITED, "/often")).isEqualTo(429);
        rig.connect(Kind.FULL).send(SecretsRig.request("/first")).readHead();
        assertThat(asked(Kind.FULL, "/many")).isEqualTo(503);
        rig.look();
        requireHeard("/often");
        requireNoSecret();
    }

    @Test
    void whatTheBacksideFailsAt() throws Exception {
        assertThat(asked(Kind.DOWN, "/down")).isEqualTo(502);
        assertThat(asked(Kind.UNTRUSTED, "/untrusted")).isEqualTo(502);
        assertThat(asked(Kind.SILENT, "/silent")).isEqualTo(504);
        assertThat(asked(Kind.OPEN, "/broken-line")).isEqualTo(502);
        assertThat(asked(Kind.OPEN, "/broken-name")).isEqualTo(502);
        assertThat(asked(Kind.OPEN, "/folded")).isEqualTo(502);
        rig.look();
        requireHeard("/down", "/untrusted", "/silent", "/broken-line", "/broken-name", "/folded");
        requireNoSecret();
    }

    @Test
    void headsThatAreNone() throws Exception {
        String good = SecretsRig.request("/a");
        assertThat(rig.refused(Kind.OPEN, good.replace("Host:", "Host: sesame-host\r\nHost:")))
                .isEqualTo(400);
        assertThat(rig.refused(Kind.OPEN, good.replace("Cookie:", "Coo kie:"))).isEqualTo(400);
        assertThat(rig.refused(Kind.OPEN, good.replace("/a?", "http://me:sesame-userinfo@front.example/a?")))
                .isEqualTo(400);
        assertThat(rig.refused(Kind.OPEN, good.replace("/a?", "/a#sesame-fragment?")))
                .isEqualTo(400);
        assertThat(rig.refused(Kind.OPEN, good.replace("token=", "token=" + "sesame".repeat(3000))))
                .isEqualTo(414);
        assertThat(rig.refused(Kind.OPEN, good.replace("id=", "id=" + "sesame".repeat(30_000))))
                .isEqualTo(431);
        assertThat(rig.refused(Kind.OPEN, good.replace("GET ", "BREW "))).isEqualTo(405);
        assertThat(rig.refused(Kind.OPEN, good.replace("Version: 13", "Version: 7")))
                .isEqualTo(426);
        rig.connect(Kind.SECURE).send(good).readToEnd();
        rig.connect(Kind.OPEN).send(new byte[] {22, 3, 1, 0, 5}).send("sesame").reset();
        rig.look();
        requireNoSecret();
    }

    @Test
    void whatGoesThroughTunnelsAndHowTheyEnd() throws Exception {
        for (boolean reset : new boolean[] {true, false}) {
            Peer client = rig.connect(Kind.OPEN).send(SecretsRig.request("/tunnel"));
            assertThat(client.readHead()).startsWith("HTTP/1.1 101 ");
            client.send("\u0081\u0006sesame").read(8);
            rig.look();
            if (reset) {
                client.reset();
            } else {
                client.send("sesame, but no frame").finish();
                client.readToEnd();
            }
        }
        while (rig.logged().stream().filter(line -> line.contains("ended-by=")).count() < 2) {
            Thread.onSpinWait();
        }
        requireNoSecret();
    }

    @Test
    void whatIsAskedAndAnsweredInPlainHttp() throws Exception {
        String plain =
                Rig.head("POST /plain?token=sesame-query HTTP/1.1", "Host: a", "Cookie: sesame", "Content-Length: 6");
        Peer client = rig.connect(Kind.OPEN).send(plain + SecretsRig.WORD);
        assertThat(client.readHead()).contains("Set-Cookie: sesame-set-cookie");
        rig.connect(Kind.OPEN).send(plain + "ses").reset();
        rig.look();
        requireNoSecret();
    }

    @Test
    void theKeyOfAListenerAndItsPassword() throws Exception {
        SSLContext anybody = TlsClientContext.of(
                new SslClientProfile("any", false, false, List.of(), Set.of(SslClientProfile.Protocol.values())));
        Peer connection = rig.connect(Kind.SECURE);
        SSLSocket tls = (SSLSocket)
                anybody.getSocketFactory().createSocket(connection.socket(), "localhost", rig.port(Kind.SECURE), true);
        Peer client = new Peer(tls).send(SecretsRig.request("/secure"));
        assertThat(client.readHead()).startsWith("HTTP/1.1 101 ");
        rig.look();
        requireNoSecret();
    }
}
