package org.wsproof.proxy.frontside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wsproof.proxy.frontside.Heads.request;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wsproof.proxy.config.AllowedFeatures;
import org.wsproof.proxy.config.HttpHandler;
import org.wsproof.proxy.http.Fields;
import org.wsproof.proxy.http.Refusal;
import org.wsproof.proxy.http.RequestHead;

class AdmissionCheckTest {
    private static final Admission PLAIN = new Admission.PlainHttp();

    private final AdmissionCheck tutorial = new AdmissionCheck(Heads.handler(AllowedFeatures.tutorial(), true));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1",
                "GET /?a=b HTTP/1.0",
                "POST /%2F//..;x HTTP/1.1",
                "PUT http://h/ HTTP/1.1",
                "GET HTTPS://h?x HTTP/1.1"
            })
    void whatIsAllowedGoesOnAsHttp(String start) {
        assertThat(tutorial.admit(request(start))).isEqualTo(PLAIN);
    }

    @Test
    void anHttp10RequestNeedsNoHost() {
        assertThat(tutorial.admit(new RequestHead("GET", "HTTP/1.0", "/", Fields.of())))
                .isEqualTo(PLAIN);
    }

    @Test
    void aHeadAtItsLimitsPassesAndOneOverIsRefused() {
        String url = "/" + "u".repeat(39);
        assertThat(tutorial.admit(request("GET " + url + " HTTP/1.1"))).isEqualTo(PLAIN);
        assertThat(tutorial.admit(request("GET " + url + "u HTTP/1.1"))).isEqualTo(refused(new Refusal.UrlTooLong(40)));

        // "Host: h" and "A: …" with their line ends are 9 and 5 octets and the value's.
        RequestHead full = request("GET / HTTP/1.1", "A", "v".repeat(200 - 9 - 5));
        assertThat(tutorial.admit(full)).isEqualTo(PLAIN);
        assertThat(tutorial.admit(request("GET / HTTP/1.1", "A", "v".repeat(200 - 9 - 4))))
                .isEqualTo(refused(new Refusal.FieldsTooLarge(200)));

        RequestHead many = request("GET / HTTP/1.1", "a", "", "b", "", "c", "", "d", "", "e", "", "f", "", "g", "");
        assertThat(tutorial.admit(many)).isEqualTo(PLAIN);
        assertThat(tutorial.admit(Heads.with(many, "i", ""))).isEqualTo(refused(new Refusal.TooManyFields(8)));
    }

    @Test
    void aFieldCountOfZeroIsNoLimit() {
        HttpHandler handler = new HttpHandler(
                "h",
                "::1",
                0,
                AllowedFeatures.getOnly(),
                false,
                Duration.ZERO,
                Duration.ZERO,
                128_000,
                0,
                40,
                Optional.empty());
        RequestHead head = request("GET / HTTP/1.1");
        for (int i = 0; i < 2_000; i++) {
            head = Heads.with(head, "a", "");
        }

        assertThat(new AdmissionCheck(handler).admit(head)).isEqualTo(PLAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/0.9", "HTTP/2.0", "HTTP/1.2", "http/1.1", ""})
    void onlyTwoVersionsAreServed(String version) {
        assertThat(tutorial.admit(request("GET / " + version))).isEqualTo(refused(new Refusal.VersionNotSupported()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ws://h/", "wss://h/", "ftp://h/", "http:///", "h:80", "*", "chat", ""})
    void aTargetIsAPathOrAnHttpUrl(String target) {
        assertThat(tutorial.admit(request("GET " + target + " HTTP/1.1")))
                .isEqualTo(bad("The request target is neither a path nor an http or https URL."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/#", "/a?b#c", "http://h/#x"})
    void aFragmentIsNeverAllowed(String target) {
        assertThat(tutorial.admit(request("GET " + target + " HTTP/1.1")))
                .isEqualTo(bad("A request target has no fragment."));
    }

    @Test
    void exactlyOneHostIsRequired() {
        Admission refused = bad("Exactly one Host field is required.");

        assertThat(tutorial.admit(Heads.without(request("GET / HTTP/1.1"), "Host")))
                .isEqualTo(refused);
        assertThat(tutorial.admit(request("GET / HTTP/1.1", "host", "h"))).isEqualTo(refused);
        assertThat(tutorial.admit(request("GET / HTTP/1.0", "host", "h"))).isEqualTo(refused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a, b", "a b", "user@h", "h/path", "h?x", "h:port", "h:1:2", "[::1", "h:123456"})
    void aHostNamesAHost(String host) {
        assertThat(tutorial.admit(Heads.replacing(request("GET / HTTP/1.1"), "Host", host)))
                .isEqualTo(bad("The Host field names no host."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"h", "h:", "h:80", "[::1]", "[::1]:80", "a-b.c_d", "127.0.0.1:65535"})
    void aHostMayHaveAPort(String host) {
        assertThat(tutorial.admit(Heads.replacing(request("GET / HTTP/1.1"), "Host", host)))
                .isEqualTo(PLAIN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"xchunked", "chunked, identity", "chunked, chunked", ",chunked", "identity", "chunked;q=1", ""})
    void aTransferEncodingThatIsNotChunkedOnceIsRefused(String coding) {
        assertThat(tutorial.admit(request("POST / HTTP/1.1", "Transfer-Encoding", coding)))
                .isEqualTo(bad("Transfer-Encoding must be chunked, once."));
    }

    @Test
    void chunkedGoesOnAndCodingsBeforeItAreNotImplemented() {
        assertThat(tutorial.admit(request("POST / HTTP/1.1", "Transfer-Encoding", "Chunked")))
                .isEqualTo(PLAIN);
        assertThat(tutorial.admit(request("POST / HTTP/1.1", "Transfer-Encoding", "gzip, chunked")))
                .isEqualTo(refused(new Refusal.UnknownTransferCoding()));
        assertThat(tutorial.admit(
                        request("POST / HTTP/1.1", "Transfer-Encoding", "chunked", "Transfer-Encoding", "chunked")))
                .isEqualTo(bad("Transfer-Encoding must be chunked, once."));
    }

    @Test
    void aListOfAThousandCodingsIsNotImplementedEither() {
        AdmissionCheck check = new AdmissionCheck(Heads.largest());

        assertThat(check.admit(request("POST / HTTP/1.1", "Transfer-Encoding", "gzip, ".repeat(10_000) + "chunked")))
                .isEqualTo(refused(new Refusal.UnknownTransferCoding()));
    }

    @Test
    void twoWaysToFrameABodyAreRefused() {
        Admission refused = bad("Transfer-Encoding is not allowed with Content-Length or in HTTP/1.0.");

        assertThat(tutorial.admit(request("POST / HTTP/1.1", "Transfer-Encoding", "chunked", "Content-Length", "5")))
                .isEqualTo(refused);
        assertThat(tutorial.admit(request("POST / HTTP/1.0", "Transfer-Encoding", "chunked")))
                .isEqualTo(refused);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+5", "-5", "5, 5", "5x", "", "0x5", "9999999999999999999"})
    void aContentLengthIsANumber(String length) {
        assertThat(tutorial.admit(request("POST / HTTP/1.1", "Content-Length", length)))
                .isEqualTo(bad("Content-Length must be one number."));
    }

    @Test
    void twoContentLengthsAreRefusedEvenIfEqual() {
        assertThat(tutorial.admit(request("POST / HTTP/1.1", "Content-Length", "5", "content-length", "5")))
                .isEqualTo(bad("Content-Length must be one number."));
    }

    @Test
    void aGetWithABodyIsRefusedAndAPostWithOneGoesOn() {
        assertThat(tutorial.admit(request("GET / HTTP/1.1", "Content-Length", "1")))
                .isEqualTo(bad("A GET has no body here."));
        assertThat(new AdmissionCheck(Heads.handler(new AllowedFeatures(Set.of("HEAD"), true, true, true), false))
                        .admit(request("HEAD / HTTP/1.1", "Transfer-Encoding", "chunked")))
                .isEqualTo(bad("A HEAD has no body here."));
        assertThat(tutorial.admit(request("POST / HTTP/1.1", "Content-Length", "1")))
                .isEqualTo(PLAIN);
    }

    @ParameterizedTest
    @CsvSource({"DELETE, /", "get, /", "BREW, /", "CONNECT, h:443", "OPTIONS, *"})
    void aMethodThatIsNotAllowedIsToldWhichAre(String method, String target) {
        assertThat(tutorial.admit(request(method + " " + target + " HTTP/1.1")))
                .isEqualTo(refused(new Refusal.MethodNotAllowed(Set.of("GET", "POST", "PUT"))));
    }

    @Test
    void aVersionThatIsNotAllowedIsRefused() {
        AdmissionCheck only11 = check(new AllowedFeatures(Set.of("GET"), false, true, true));
        AdmissionCheck only10 = check(new AllowedFeatures(Set.of("GET"), true, false, true));

        assertThat(only11.admit(request("GET / HTTP/1.0"))).isEqualTo(refused(new Refusal.Http10NotAllowed()));
        assertThat(only10.admit(request("GET / HTTP/1.1"))).isEqualTo(refused(new Refusal.VersionNotSupported()));
        assertThat(only10.admit(request("GET / HTTP/1.0"))).isEqualTo(PLAIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?", "/a?b=c", "http://h/?x"})
    void aQueryIsRefusedWhereItIsNotAllowed(String target) {
        AdmissionCheck check = check(new AllowedFeatures(Set.of("GET"), false, true, false));

        assertThat(check.admit(request("GET " + target + " HTTP/1.1")))
                .isEqualTo(bad("A query (URL with ?) is not allowed here."));
        assertThat(check.admit(request("GET /a HTTP/1.1"))).isEqualTo(PLAIN);
    }

    /** One request that breaks every rule, mended step by step: each refusal must come in its turn. */
    @Test
    void theOrderOfTheChecksIsFixed() {
        AdmissionCheck check = check(new AllowedFeatures(Set.of("GET"), false, true, false));
        String upgrade = "Upgrade";
        String[] fields = {"Connection", upgrade, upgrade, "websocket", "Sec-WebSocket-Version", "8", "X", "v"};

        String tooLong = "?" + "q".repeat(40);
        String big = "v".repeat(200);
        assertThat(check.admit(request("PUT " + tooLong + " HTTP/0.9", fields)))
                .isEqualTo(refused(new Refusal.UrlTooLong(40)));
        assertThat(check.admit(Heads.with(request("PUT x?y HTTP/0.9", fields), "Big", big)))
                .isEqualTo(refused(new Refusal.FieldsTooLarge(200)));
        assertThat(check.admit(request("PUT x?y HTTP/0.9", fields)))
                .isEqualTo(refused(new Refusal.VersionNotSupported()));
        assertThat(check.admit(request("PUT x?y HTTP/1.0", fields)))
                .isEqualTo(bad("The request target is neither a path nor an http or https URL."));
        assertThat(check.admit(request("PUT /x?y HTTP/1.0", fields)))
                .isEqualTo(refused(new Refusal.MethodNotAllowed(Set.of("GET"))));
        assertThat(check.admit(request("GET /x?y HTTP/1.0", fields)))
                .isEqualTo(refused(new Refusal.Http10NotAllowed()));
        assertThat(check.admit(request("GET /x?y HTTP/1.1", fields)))
                .isEqualTo(bad("A query (URL with ?) is not allowed here."));
        assertThat(check.admit(request("GET /x HTTP/1.1", fields)))
                .isEqualTo(refused(new Refusal.WebSocketVersionNotSupported()));
    }

    private static AdmissionCheck check(AllowedFeatures features) {
        return new AdmissionCheck(Heads.handler(features, true));
    }

    private static Admission bad(String why) {
        return refused(new Refusal.BadRequest(why));
    }

    private static Admission refused(Refusal refusal) {
        return new Admission.Refused(refusal);
    }
}
