package org.wsproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wsproof.conformance.certificates.Certificates;

/** The formats' own validators read what the examples give in {@code build/validate-descriptions.sh}. */
class DescribeCommandTest {
    private static final Path EXAMPLES = Path.of("src/test/resources/org/wsproof/cli/describe");
    private static final Certificates CERTIFICATES = Certificates.create();

    private static final String SECURITY = "/paths/~1/get/security";

    @TempDir
    Path folder;

    @BeforeEach
    void examples() throws IOException {
        CERTIFICATES.writeTo(folder);
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void openApiHasAnAddressForEachHandlerThatUpgrades() throws IOException {
        JsonNode document = described("two-handlers.yaml", "openapi");

        assertThat(document.at("/openapi").asText()).isEqualTo("3.0.3");
        assertThat(document.at("/info/title").asText()).isEqualTo("both");
        assertThat(document.at("/servers").findValuesAsText("url"))
                .containsExactly("ws://[::1]:9090", "wss://gateway.example");
        assertThat(document.at("/info/description").asText())
                .startsWith("with TLS: and without\n")
                .contains("wscat -c 'ws://[::1]:9090/'", "after 2 s or 90 s, depending on the address");
        assertThat(document.at("/paths/~1/get/responses/101").isObject()).isTrue();
        assertThat(document.has("components")).isFalse();
    }

    @Test
    void anIdleTimeoutThatIsOffIsNever() throws IOException {
        Path file = folder.resolve("two-handlers.yaml");
        Files.writeString(file, Files.readString(file).replace("timeout: 2s", "timeout: 0"));
        assertThat(described("two-handlers.yaml", "openapi")
                        .at("/info/description")
                        .asText())
                .contains("is ended after 90 s, or never, depending on the address");
    }

    @Test
    void asyncApiHasAServerForEachHandlerThatUpgrades() throws IOException {
        JsonNode document = described("two-handlers.yaml", "asyncapi");

        assertThat(document.at("/asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(document.at("/servers").findValuesAsText("host")).containsExactly("[::1]:9090", "gateway.example");
        assertThat(document.at("/servers").findValuesAsText("protocol")).containsExactly("ws", "wss");
        assertThat(document.at("/channels/websocket/bindings/ws/method").asText())
                .isEqualTo("GET");
        assertThat(document.at("/operations").findValuesAsText("action")).containsExactly("receive", "send");
    }

    @Test
    void whereClientsReachItTakesThePlaceOfWhereItListens() throws IOException {
        String[] address = {"--address", "wss://api.example/chat", "--address", "ws://api.example:8080/chat"};

        JsonNode openApi = described("two-handlers.yaml", "openapi", address);
        JsonNode asyncApi = described("two-handlers.yaml", "asyncapi", address);

        assertThat(openApi.at("/servers").findValuesAsText("url"))
                .containsExactly("wss://api.example", "ws://api.example:8080");
        assertThat(openApi.at("/paths/~1chat/get").isObject()).isTrue();
        assertThat(asyncApi.at("/servers").findValuesAsText("host")).containsExactly("api.example", "api.example:8080");
        assertThat(asyncApi.at("/channels/websocket/address").asText()).isEqualTo("/chat");
    }

    @Test
    void subprotocolsAreInWhatAPersonCopies() throws IOException {
        JsonNode document = described("http.yaml", "openapi", "--subprotocol", "chat", "--subprotocol", "v2.chat");

        assertThat(document.at("/info/description").asText())
                .contains("wscat -c 'ws://127.0.0.1/' -s 'chat' -s 'v2.chat'")
                .contains("new WebSocket('ws://127.0.0.1/', ['chat', 'v2.chat']);")
                .contains("A connection is not ended for being idle.");
    }

    @Test
    void onlyRefusalsThatTheConfigurationCanGiveAreTold() throws IOException {
        assertThat(refusals("http.yaml"))
                .doesNotContain("401", "403", "429", "500")
                .contains("426", "502");
        assertThat(refusals("authorized.yaml", "--gateway", "authorized", "--address", "wss://api.example"))
                .contains("401", "403", "429", "500");
        assertThat(refusals("authorized.yaml", "--gateway", "taciturn"))
                .doesNotContain("401", "403", "429")
                .contains("500");
        assertThat(refusals("keys.yaml")).contains("401", "403", "429").doesNotContain("500");
    }

    @Test
    void eachReasonForARefusalIsTold() throws IOException {
        JsonNode answers = described("keys.yaml", "openapi").at("/paths/~1/get/responses");

        assertThat(answers.at("/429/description").asText())
                .contains("more than 10 connections a second", "after a pause 20 at once", "has 100 connections open");
        assertThat(answers.at("/429/headers/Retry-After").isObject()).isTrue();
        assertThat(answers.at("/503/description").asText()).contains("about to stop", "too many connections");
    }

    @Test
    void originsAreTheValuesOfAField() throws IOException {
        JsonNode asyncApi = described("keys.yaml", "asyncapi");

        JsonNode origin = asyncApi.at("/channels/websocket/bindings/ws/headers/properties/Origin/enum");
        assertThat(origin.toString()).isEqualTo("[\"https://app.example\",\"https://app.example:8443\"]");
    }

    @Test
    void aSecretIsWantedOfThoseWhoHaveOne() throws IOException {
        Path clients = folder.resolve("clients.yaml");
        String some = described("keys.yaml", "openapi").at(SECURITY).toString();
        Files.writeString(clients, "clients: [{ client-id: secret-1, client-secret: secret-2 }]");
        String all = described("keys.yaml", "openapi").at(SECURITY).toString();
        Files.writeString(clients, "clients: [{ client-id: secret-1 }]");
        String none = described("keys.yaml", "openapi").at(SECURITY).toString();

        String id = "\"X-IBM-Client-Id\":[]";
        String both = id + ",\"X-IBM-Client-Secret\":[]";
        assertThat(some).isEqualTo("[{" + both + "},{" + id + "}]");
        assertThat(all).isEqualTo("[{" + both + "}]");
        assertThat(none).isEqualTo("[{" + id + "}]");
    }

    @Test
    void aCredentialIsASecuritySchemeInBothFormats() throws IOException {
        String[] options = {
            "--gateway", "authorized", "--address", "wss://api.example", "--credential", "X-IBM-Client-Id"
        };

        JsonNode openApi = described("authorized.yaml", "openapi", options);
        JsonNode asyncApi = described("authorized.yaml", "asyncapi", options);

        JsonNode scheme = openApi.at("/components/securitySchemes/X-IBM-Client-Id");
        assertThat(scheme.at("/type").asText()).isEqualTo("apiKey");
        assertThat(scheme.at("/name").asText()).isEqualTo("X-IBM-Client-Id");
        assertThat(openApi.at(SECURITY).toString()).isEqualTo("[{\"X-IBM-Client-Id\":[]}]");
        assertThat(openApi.at("/info/description").asText())
                .contains("-H 'X-IBM-Client-Id: YOUR-IBM-CLIENT-ID'")
                .contains("A page can't connect by itself");
        assertThat(asyncApi.at("/servers/wss-1/security/0/$ref").asText())
                .isEqualTo("#/components/securitySchemes/X-IBM-Client-Id");
        assertThat(asyncApi.at("/components/securitySchemes/X-IBM-Client-Id/type")
                        .asText())
                .isEqualTo("httpApiKey");
    }

    @Test
    void nothingOfTheBacksideOrOfAFileIsInAnyDocument() throws IOException {
        List<String> documents = new ArrayList<>();
        for (String format : List.of("openapi", "asyncapi")) {
            documents.add(text("http.yaml", format));
            documents.add(text("two-handlers.yaml", format));
            documents.add(text("keys.yaml", format));
            documents.add(text("authorized.yaml", format, "--gateway", "authorized", "--address", "wss://api.example"));
            documents.add(text("authorized.yaml", format, "--gateway", "taciturn"));
        }
        assertThat(documents)
                .allSatisfy(document -> assertThat(document)
                        .doesNotContain("secret-", ".pem", "clients.yaml", folder.toString(), "no-websocket", "9091"));
    }

    @Test
    void oddNamesStayTexts() throws IOException {
        for (String format : List.of("openapi", "asyncapi")) {
            JsonNode odd = described("odd-names.yaml", format, "--gateway", "1e3", "--api-version", "1");
            JsonNode date = described("odd-names.yaml", format, "--gateway", "2026-01-01", "--credential", "null");

            assertThat(odd.at("/info/title")).isEqualTo(TextNode.valueOf("1e3"));
            assertThat(odd.at("/info/version")).isEqualTo(TextNode.valueOf("1"));
            assertThat(odd.at("/info/description").asText())
                    .startsWith(" - *a: &b #c `d` {e}\n\ttab, \"quotes\", 'more' and ünïcode  \n\nlast\n\n");
            assertThat(date.at("/info/title")).isEqualTo(TextNode.valueOf("2026-01-01"));
            assertThat(date.at("/info/description").asText()).startsWith("yes\n\n");
            assertThat(date.at("/components/securitySchemes/null/name")).isEqualTo(TextNode.valueOf("null"));
        }
    }

    @Test
    void writesAFileOnRequest() throws IOException {
        Path written = folder.resolve("portal.yaml");

        Called called = Called.with(arguments("http.yaml", "openapi", "--out", written.toString()));

        assertThat(called).isEqualTo(new Called(0, "", ""));
        assertThat(Files.readString(written)).isEqualTo(text("http.yaml", "openapi"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "authorized.yaml | --gateway=authorized | wss listens on 0.0.0.0, which is no address that clients can use",
                "authorized.yaml | --format=openapi | several gateways, say which with --gateway: authorized, taciturn",
                "authorized.yaml | --gateway=other | there is no 'other'; the file has authorized, taciturn",
                "http.yaml | --address=https://api.example | 'https://api.example' is no address for clients",
                "http.yaml | --address=wss://api.example/?a=b | is no address for clients",
                "http.yaml | --address=wss://api.example/it's | is no address for clients",
                "http.yaml | --subprotocol=a'b | is not the name of a subprotocol",
                "http.yaml | --credential=sec-websocket-key | is not the name of a header field that a client may",
                "http.yaml | --out=/dev/null/portal.yaml | --out: /dev/null/portal.yaml can't be written",
                "http.yaml | --format=raml | expected one of",
                "none.yaml | --format=openapi | none.yaml: no such file"
            })
    void everyMistakeIsOneLine(String file, String option, String complaint) {
        String[] arguments = option.startsWith("--format")
                ? new String[] {"describe", folder.resolve(file).toString(), option}
                : arguments(file, "openapi", option);

        Called called = Called.with(arguments);

        assertThat(called.exit()).isEqualTo(2);
        assertThat(called.out()).isEmpty();
        assertThat(called.err().lines()).singleElement().asString().contains(complaint);
    }

    @Test
    void differentPathsAndGatewaysWithoutWebSocketsAreMistakes() throws IOException {
        String paths = Called.with(arguments("http.yaml", "openapi", "--address", "ws://a/b", "--address", "ws://a/c"))
                .err();
        Path off = Files.writeString(
                folder.resolve("off.yaml"),
                Files.readString(folder.resolve("http.yaml")).replace("upgrade: true", "upgrade: false"));

        assertThat(paths.lines()).singleElement().asString().contains("the paths /b and /c differ");
        assertThat(Called.with(arguments(off.toString(), "asyncapi")).err().lines())
                .singleElement()
                .asString()
                .contains("gateway plain has no WebSocket to describe");
    }

    private Set<String> refusals(String file, String... options) throws IOException {
        Set<String> statuses = new TreeSet<>();
        described(file, "openapi", options)
                .at("/paths/~1/get/responses")
                .fieldNames()
                .forEachRemaining(statuses::add);
        return statuses;
    }

    private JsonNode described(String file, String format, String... options) throws IOException {
        return new ObjectMapper(new YAMLFactory()).readTree(text(file, format, options));
    }

    private String text(String file, String format, String... options) {
        Called called = Called.with(arguments(file, format, options));
        assertThat(called.exit()).as(called.err()).isZero();
        return called.out();
    }

    private String[] arguments(String file, String format, String... options) {
        return Stream.concat(
                        Stream.of("describe", folder.resolve(file).toString(), "--format", format), Stream.of(options))
                .toArray(String[]::new);
    }
}
