package org.wsproof.proxy.frontside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wsproof.proxy.frontside.Heads.KEY;
import static org.wsproof.proxy.frontside.Heads.handshake;
import static org.wsproof.proxy.frontside.Heads.replacing;
import static org.wsproof.proxy.frontside.Heads.starting;
import static org.wsproof.proxy.frontside.Heads.with;
import static org.wsproof.proxy.frontside.Heads.without;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wsproof.proxy.config.AllowedFeatures;
import org.wsproof.proxy.http.Refusal;
import org.wsproof.proxy.http.RequestHead;

class OpeningHandshakeTest {
    private static final Refusal NO_KEY =
            new Refusal.BadRequest("Exactly one Sec-WebSocket-Key of 16 octets in base64 is required.");

    private final AllowedFeatures everyMethod =
            new AllowedFeatures(Set.copyOf(AllowedFeatures.METHODS), true, true, true);
    private final AdmissionCheck check = new AdmissionCheck(Heads.handler(everyMethod, true));

    @Test
    void theOneOfTheRfcMakesATunnel() {
        assertThat(check.admit(handshake())).isEqualTo(new Admission.Tunnel(KEY));
    }

    @Test
    void listsSeveralLinesAndAnyCaseMakeATunnel() {
        RequestHead head = replacing(with(handshake(), "connection", "keep-alive"), "upgrade", "WebSocket");

        assertThat(check.admit(head)).isEqualTo(new Admission.Tunnel(KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u000bwebsocket", "websocket\u001c", "\u0085websocket"})
    void onlyBlanksAndTabsMayStandAroundAMember(String upgrade) {
        assertThat(check.admit(replacing(handshake(), "Upgrade", upgrade))).isNotInstanceOf(Admission.Tunnel.class);
        assertThat(check.admit(replacing(handshake(), "Upgrade", " \twebsocket\t ")))
                .isEqualTo(new Admission.Tunnel(KEY));
    }

    @Test
    void anAbsoluteFormMakesATunnel() {
        assertThat(check.admit(starting("GET http://server.example.com/ HTTP/1.1", handshake())))
                .isEqualTo(new Admission.Tunnel(KEY));
    }

    @Test
    void contentLengthZeroIsNoBody() {
        assertThat(check.admit(with(handshake(), "Content-Length", "0"))).isEqualTo(new Admission.Tunnel(KEY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"})
    void anyMethodButGetIsRefusedEvenWhereItIsListed(String method) {
        assertThat(check.admit(starting(method + " / HTTP/1.1", handshake())))
                .isEqualTo(refused(new Refusal.MethodNotAllowed(Set.of("GET"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8", "1777", "013", "13, 8", "14", ""})
    void anotherVersionIsToldOurs(String version) {
        assertThat(check.admit(replacing(handshake(), "Sec-WebSocket-Version", version)))
                .isEqualTo(refused(new Refusal.WebSocketVersionNotSupported()));
    }

    @Test
    void noVersionIsToldOurs() {
        assertThat(check.admit(without(handshake(), "Sec-WebSocket-Version")))
                .isEqualTo(refused(new Refusal.WebSocketVersionNotSupported()));
    }

    @Test
    void twoVersionsAreRefused() {
        assertThat(check.admit(with(handshake(), "Sec-WebSocket-Version", "13")))
                .isEqualTo(refused(new Refusal.BadRequest("More than one Sec-WebSocket-Version field.")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c2hvcnQ=",
                "dGhlIHNhbXBsZSBub25jZQ",
                "dGhlIHNhbXBsZSBub25jZQ=",
                "dGhlIHNhbXBsZSBub25jZSE=",
                "dGhlIHNhbXBsZSBub25j_w==",
                "!!!!!!!!!!!!!!!!!!!!!!==",
                "dGhlIHNhbXBsZSBub25jZQ==, dGhlIHNhbXBsZSBub25jZQ=="
            })
    void aKeyIsSixteenOctetsInBase64(String key) {
        assertThat(check.admit(replacing(handshake(), "Sec-WebSocket-Key", key)))
                .isEqualTo(refused(NO_KEY));
    }

    @Test
    void noKeyAndTwoKeysAreRefused() {
        assertThat(check.admit(without(handshake(), "Sec-WebSocket-Key"))).isEqualTo(refused(NO_KEY));
        assertThat(check.admit(with(handshake(), "Sec-WebSocket-Key", KEY))).isEqualTo(refused(NO_KEY));
    }

    @Test
    void aBodyIsRefusedHoweverItIsFramed() {
        Admission refused = refused(new Refusal.BadRequest("A GET has no body here."));

        assertThat(check.admit(with(handshake(), "Content-Length", "5"))).isEqualTo(refused);
        assertThat(check.admit(with(handshake(), "Transfer-Encoding", "chunked")))
                .isEqualTo(refused);
    }

    @Test
    void anotherProtocolBesideWebSocketIsRefused() {
        assertThat(check.admit(with(handshake(), "Upgrade", "h2c")))
                .isEqualTo(refused(new Refusal.BadRequest("Upgrade may name websocket only.")));
    }

    @Test
    void whereUpgradesAreNotAllowedItIsAPlainRequest() {
        AdmissionCheck without = new AdmissionCheck(Heads.handler(everyMethod, false));

        assertThat(without.admit(handshake())).isEqualTo(new Admission.PlainHttp());
        assertThat(without.admit(without(handshake(), "Sec-WebSocket-Key"))).isEqualTo(new Admission.PlainHttp());
    }

    @Test
    void anHttp10RequestHasItsUpgradeIgnored() {
        assertThat(check.admit(starting("GET / HTTP/1.0", handshake()))).isEqualTo(new Admission.PlainHttp());
    }

    @Test
    void anUpgradeThatConnectionDoesNotNameIsIgnored() {
        assertThat(check.admit(replacing(handshake(), "Connection", "keep-alive")))
                .isEqualTo(new Admission.PlainHttp());
    }

    @ParameterizedTest
    @ValueSource(strings = {"h2c", "H2C", "foo", "TLS/1.0", "websocket/13"})
    void anUpgradeToAnythingElseIsIgnored(String protocol) {
        assertThat(check.admit(replacing(handshake(), "Upgrade", protocol))).isEqualTo(new Admission.PlainHttp());
    }

    private static Admission refused(Refusal refusal) {
        return new Admission.Refused(refusal);
    }
}
