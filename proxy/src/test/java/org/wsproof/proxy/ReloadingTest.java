package org.wsproof.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wsproof.proxy.ReloadRig.gateway;
import static org.wsproof.proxy.ReloadRig.http;
import static org.wsproof.proxy.ReloadRig.https;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.wsproof.proxy.backside.TestCertificates;
import org.wsproof.proxy.backside.TestCertificates.Identity;
import org.wsproof.proxy.backside.TestCertificates.Wish;
import org.wsproof.proxy.reload.Snapshot;

/** A gateway whose files change while it runs. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ReloadingTest {
    @TempDir
    private Path directory = Path.of("");

    private final Lines lines = new Lines();
    private ReloadRig rig;

    /** What the gateway logs of its reloads. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {
        private final BlockingQueue<ILoggingEvent> events = new LinkedBlockingQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            events.add(event);
        }

        String next(Level level) throws InterruptedException {
            ILoggingEvent event = events.poll(10, TimeUnit.SECONDS);
            assertThat(event).isNotNull();
            assertThat(event.getLevel()).isEqualTo(level);
            return event.getFormattedMessage();
        }
    }

    private static Logger logger(Class<?> of) {
        return (Logger) LoggerFactory.getLogger(of);
    }

    @BeforeEach
    void open() throws IOException {
        rig = new ReloadRig(directory);
        lines.start();
        for (Class<?> each : new Class<?>[] {Reloading.class, Gateway.class}) {
            logger(each).setLevel(Level.INFO);
            logger(each).setAdditive(false);
            logger(each).addAppender(lines);
        }
    }

    @AfterEach
    void close() throws Exception {
        for (Class<?> each : new Class<?>[] {Reloading.class, Gateway.class}) {
            logger(each).detachAppender(lines);
            logger(each).setAdditive(true);
        }
        rig.close();
    }

    private void start(String text) throws Exception {
        Files.writeString(rig.file(), text);
        ConfigurationFile file = new ConfigurationFile(rig.file());
        Snapshot read = new Snapshot();
        Gateway gateway = file.read(read, Gateway::start);
        rig.keep(gateway::close);
        rig.keep(Reloading.start(file, gateway, read)::close);
    }

    private String with(ServerSocket origin) {
        return gateway(origin, "", http("front", rig.front, ""));
    }

    @Test
    void aChangedFileIsServed() throws Exception {
        start(with(rig.one));
        Files.writeString(rig.file(), with(rig.other));

        assertThat(lines.next(Level.INFO))
                .isEqualTo("reloaded " + rig.file() + ": changed front 127.0.0.1:" + rig.front);
        assertThat(rig.exchange(rig.client(rig.front), rig.other)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aMistakeIsOneLineAndTheOldConfigurationGoesOnUntilAGoodOneComes() throws Exception {
        start(with(rig.one));
        Files.writeString(rig.file(), with(rig.other).replace("drain-grace: 1s", "drain-grace: long"));

        assertThat(lines.next(Level.ERROR))
                .isEqualTo("not reloaded, the configuration before goes on: " + rig.file()
                        + ":4: multi-protocol-gateways[0].drain-grace: is \"long\"; allowed: 0 to 86400s (0 ends"
                        + " tunnels at once), in ms, s, m or h");
        assertThat(rig.exchange(rig.client(rig.front), rig.one)).startsWith("HTTP/1.1 200 ");

        Files.writeString(rig.file(), with(rig.other));
        lines.next(Level.INFO);
        assertThat(rig.exchange(rig.client(rig.front), rig.other)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aFileThatTheGatewayFailsOnIsNoLastReload() throws Exception {
        start(with(rig.one));
        Files.writeString(
                rig.file(),
                gateway(rig.other, "    policies: { api-key: { file: \"a\\0b\" } }\n", http("front", rig.front, "")));

        assertThat(lines.next(Level.ERROR))
                .startsWith("not reloaded, the configuration before goes on: " + rig.file() + ":");
        assertThat(rig.exchange(rig.client(rig.front), rig.one)).startsWith("HTTP/1.1 200 ");

        Files.writeString(rig.file(), with(rig.other));
        lines.next(Level.INFO);
        assertThat(rig.exchange(rig.client(rig.front), rig.other)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aPortInUseIsTheSameLineAsAtTheStart() throws Exception {
        start(with(rig.one));
        try (ServerSocket taken = ReloadRig.listening()) {
            Files.writeString(rig.file(), with(rig.one) + http("second", taken.getLocalPort(), ""));
            assertThat(lines.next(Level.ERROR))
                    .contains(rig.file()
                            + ":7: multi-protocol-gateways[0].front-side-handlers[1].http.port: can't listen on"
                            + " 127.0.0.1 port " + taken.getLocalPort() + " (Address already in use)");
        }
        assertThat(rig.exchange(rig.client(rig.front), rig.one)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void whatOnlyTheNextStartCanChangeIsSaid() throws Exception {
        start("io-threads: 1\n" + with(rig.one));
        Files.writeString(rig.file(), "io-threads: 2\n" + with(rig.one));

        assertThat(lines.next(Level.WARN))
                .isEqualTo("io-threads: 2 will hold at the next start; until then there are 1");
        assertThat(lines.next(Level.INFO)).endsWith(": nothing changed");
    }

    @Test
    void aNewCertificateInTheSameFilesIsShownToNewConnections() throws Exception {
        Identity old = TestCertificates.selfSigned(Wish.valid("localhost"));
        Identity renewed = TestCertificates.selfSigned(Wish.valid("localhost"));
        write(old);
        start(gateway(rig.one, "", https("front", rig.front, "server")));
        Peer kept = rig.keep(new Peer(tls()));
        kept.send(ReloadRig.GET);
        Peer origin = rig.accept(rig.one);
        ReloadRig.answer(origin);
        kept.readHead();

        write(renewed);

        // Read between the two files, the pair would not match: then a second reload takes it.
        String line = lines.events.take().getFormattedMessage();
        while (!line.startsWith("reloaded")) {
            line = lines.events.take().getFormattedMessage();
        }
        try (SSLSocket next = tls()) {
            assertThat(next.getSession().getPeerCertificates()).isEqualTo(new Certificate[] {renewed.certificate()});
        }
        kept.send(ReloadRig.GET);
        ReloadRig.answer(origin);
        assertThat(kept.readHead()).contains("\r\nConnection: close\r\n");
    }

    @Test
    void aHandlerForHttpMayBecomeOneForHttps() throws Exception {
        write(TestCertificates.selfSigned(Wish.valid("localhost")));
        start(with(rig.one));
        Files.writeString(rig.file(), gateway(rig.one, "", https("front", rig.front, "server")));
        lines.next(Level.INFO);

        Peer client = rig.keep(new Peer(tls()));
        assertThat(rig.exchange(client, rig.one)).startsWith("HTTP/1.1 200 ");
    }

    private void write(Identity identity) throws IOException {
        Files.writeString(directory.resolve("server.pem"), pem(identity.certificate()));
        Files.writeString(
                directory.resolve("server.key"),
                pem(new JcaPKCS8Generator(identity.keys().getPrivate(), null)));
    }

    private static String pem(Object object) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString();
    }

    private SSLSocket tls() throws Exception {
        SSLContext anyone = SSLContext.getInstance("TLS");
        anyone.init(null, new TrustManager[] {new Anyone()}, null);
        Socket plain = rig.client(rig.front).socket();
        SSLSocket tls = (SSLSocket) anyone.getSocketFactory().createSocket(plain, "localhost", rig.front, true);
        tls.startHandshake();
        return tls;
    }

    /** Which certificate is shown is for the test to say. */
    private static final class Anyone implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
