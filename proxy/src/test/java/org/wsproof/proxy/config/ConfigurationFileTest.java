package org.wsproof.proxy.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wsproof.proxy.config.admin.AdminListener;
import org.wsproof.proxy.config.policy.Policies;
import org.wsproof.proxy.config.tls.SslClientProfile;
import org.wsproof.proxy.config.yaml.ConfigurationException;

class ConfigurationFileTest {
    private static final String TUTORIAL = """
            multi-protocol-gateways:
              - name: websocket-proxy
                summary: the tutorial's gateway
                default-backside-url: http://127.0.0.1:8080
                request-type: passthrough
                response-type: passthrough
                front-side-handlers:
                  - http: { name: ws-http, address: 127.0.0.1, port: 9090,
                            allowed-methods-and-versions: [HTTP/1.1, GET, "URL with ?"],
                            allow-websocket-upgrade: true, websocket-idle-timeout: 60s }
                ssl-client-profile: { name: demo, validate-server-certificate: false }
            """;

    @TempDir
    Path directory;

    @Test
    void theTutorialsFileIsTheTutorialsGateway() throws Exception {
        Configuration configuration = load(TUTORIAL);

        assertThat(configuration.gateways())
                .containsExactly(new MultiProtocolGateway(
                        "websocket-proxy",
                        "the tutorial's gateway",
                        new BacksideUrl(false, "127.0.0.1", 8080),
                        MultiProtocolGateway.MessageType.PASSTHROUGH,
                        MultiProtocolGateway.MessageType.PASSTHROUGH,
                        java.util.List.of(new HttpHandler(
                                "ws-http",
                                "127.0.0.1",
                                9090,
                                new AllowedFeatures(Set.of("GET"), false, true, true),
                                true,
                                Duration.ofSeconds(60),
                                Duration.ofSeconds(30),
                                128_000,
                                200,
                                16_384,
                                Optional.empty())),
                        new SslClientProfile(
                                "demo", false, false, java.util.List.of(), Set.of(SslClientProfile.Protocol.values())),
                        Timers.defaults(),
                        Forwarding.defaults(),
                        true,
                        Policies.none()));
        assertThat(configuration.ioThreads()).isBetween(1, 64);
    }

    @Test
    void whatTheFileLeavesOutHasTheDocumentedDefaults() throws Exception {
        MultiProtocolGateway gateway = gateway("");
        HttpHandler handler = gateway.frontSideHandlers().get(0);

        assertThat(handler.address()).isEqualTo("0.0.0.0");
        assertThat(handler.port()).isEqualTo(80);
        assertThat(handler.allowedMethodsAndVersions()).isEqualTo(AllowedFeatures.getOnly());
        assertThat(handler.allowWebsocketUpgrade()).isFalse();
        assertThat(handler.websocketIdleTimeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(gateway.sslClientProfile()).isEqualTo(SslClientProfile.validating());
        assertThat(gateway.observeFrames()).isTrue();
        assertThat(gateway.timers())
                .isEqualTo(new Timers(seconds(10), seconds(60), seconds(30), seconds(60), seconds(30)));
        assertThat(gateway.forwarding())
                .isEqualTo(new Forwarding(Forwarding.Host.REWRITE, Forwarding.Style.X_FORWARDED, "X-Client-IP", false));
    }

    @Test
    void everyKeyOfAGatewayIsRead() throws Exception {
        MultiProtocolGateway gateway = gateway("""
                    request-type: non-xml
                    connect-timeout: 250ms
                    handshake-timeout: 5m
                    half-open-timeout: 1
                    stalled-write-timeout: 24h
                    drain-grace: 0
                    host: preserve
                    forwarded-headers: none
                    client-address-header: ""
                    trust-forwarded: true
                    frame-observer: false
                    ssl-client-profile: { protocols: [TLSv1.2], validate-hostname: false }
                """);

        assertThat(gateway.requestType()).isEqualTo(MultiProtocolGateway.MessageType.NON_XML);
        assertThat(gateway.timers())
                .isEqualTo(new Timers(
                        Duration.ofMillis(250), seconds(300), seconds(1), Duration.ofDays(1), Duration.ZERO));
        assertThat(gateway.forwarding())
                .isEqualTo(new Forwarding(Forwarding.Host.PRESERVE, Forwarding.Style.NONE, "", true));
        assertThat(gateway.observeFrames()).isFalse();
        assertThat(gateway.sslClientProfile().validateServerCertificate()).isTrue();
        assertThat(gateway.sslClientProfile().validateHostname()).isFalse();
        assertThat(gateway.sslClientProfile().protocols()).containsExactly(SslClientProfile.Protocol.TLS_1_2);
    }

    @Test
    void allOfIpv4AndAnAddressOfIpv6MayShareAPort() throws Exception {
        Configuration configuration = load("""
                multi-protocol-gateways:
                  - name: g
                    default-backside-url: http://origin.example
                    front-side-handlers:
                      - http: { name: four, address: 0.0.0.0, port: 80, allowed-methods-and-versions: get-only }
                      - http: { name: six, address: "::1", port: 80, allowed-methods-and-versions: get-only }
                """);

        assertThat(configuration.gateways().get(0).frontSideHandlers())
                .extracting(HttpHandler::address)
                .containsExactly("0.0.0.0", "::1");
    }

    @Test
    void everyKeyOfAHandlerIsRead() throws Exception {
        HttpHandler handler = handler("""
                { name: h, address: "::1", port: 65535, allowed-methods-and-versions: tutorial, \
                allow-websocket-upgrade: true, websocket-idle-timeout: 0, header-timeout: 0s, \
                max-header-bytes: 5, max-header-count: 0, max-url-bytes: 128000 }""");

        assertThat(handler)
                .isEqualTo(new HttpHandler(
                        "h",
                        "::1",
                        65_535,
                        new AllowedFeatures(Set.of("GET", "POST", "PUT"), true, true, true),
                        true,
                        Duration.ZERO,
                        Duration.ZERO,
                        5,
                        0,
                        128_000,
                        Optional.empty()));
    }

    @Test
    void aListWithoutUrlWithQueryAllowsNoQuery() throws Exception {
        HttpHandler handler = handler("{ name: h, allowed-methods-and-versions: [HTTP/1.0, PUT, HEAD] }");

        assertThat(handler.allowedMethodsAndVersions().methods()).containsExactly("HEAD", "PUT");
        assertThat(handler.allowedMethodsAndVersions().http10()).isTrue();
        assertThat(handler.allowedMethodsAndVersions().http11()).isFalse();
        assertThat(handler.allowedMethodsAndVersions().query()).isFalse();
    }

    @Test
    void twoGatewaysMayHaveSeveralHandlersEach() throws Exception {
        Configuration configuration = load("""
                io-threads: 3
                multi-protocol-gateways:
                  - name: one
                    default-backside-url: https://origin.example
                    front-side-handlers:
                      - http: { name: a, port: 9001, address: 127.0.0.1 }
                      - http: { name: b, port: 9001, address: 127.0.0.2 }
                  - name: two
                    default-backside-url: http://[::1]:81/
                    front-side-handlers:
                      - http: { name: c, port: 9002 }
                      - http: { name: d, port: 9003 }
                """);

        assertThat(configuration.ioThreads()).isEqualTo(3);
        assertThat(configuration.gateways().stream().map(MultiProtocolGateway::defaultBacksideUrl))
                .containsExactly(new BacksideUrl(true, "origin.example", 443), new BacksideUrl(false, "::1", 81))
                .map(BacksideUrl::toString)
                .containsExactly("https://origin.example", "http://[::1]:81");
        assertThat(configuration.gateways())
                .allSatisfy(gateway -> assertThat(gateway.frontSideHandlers()).hasSize(2));
    }

    @Test
    void thereIsAnAdminListenerOnlyWhereOneIsAskedForAndItIsOfThisMachineOnly() throws Exception {
        String gateways = """
                multi-protocol-gateways:
                  - name: g
                    default-backside-url: http://h
                    front-side-handlers: [ http: { name: h } ]
                """;

        assertThat(load(gateways).admin()).isEmpty();
        assertThat(load(gateways + "admin: {}\n").admin()).contains(new AdminListener("127.0.0.1", 9990));
        assertThat(load(gateways + "admin: { address: \"::1\", port: 8081 }\n").admin())
                .contains(new AdminListener("::1", 8081));
    }

    private HttpHandler handler(String yaml) throws Exception {
        return load("multi-protocol-gateways:\n  - name: g\n    default-backside-url: http://h\n"
                        + "    front-side-handlers: [ http: " + yaml + " ]\n")
                .gateways()
                .get(0)
                .frontSideHandlers()
                .get(0);
    }

    private MultiProtocolGateway gateway(String more) throws Exception {
        return load("multi-protocol-gateways:\n  - name: g\n    default-backside-url: http://h\n"
                        + "    front-side-handlers: [ http: { name: h } ]\n" + more)
                .gateways()
                .get(0);
    }

    private Configuration load(String yaml) throws IOException, ConfigurationException {
        return ConfigurationLoader.load(Files.writeString(directory.resolve("gateway.yaml"), yaml));
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
