package org.wsproof.conformance.cases.methods;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.HeadText.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.wsproof.conformance.cases.script.CaseBuilder;
import org.wsproof.conformance.cases.script.HeadText;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Octets.Raw;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;

/** Which requests may become a tunnel: GET, HTTP/1.1, the upgrade option, no content. */
final class MethodCases {
    private MethodCases() {}

    static List<Case> all() {
        Stream<Case> methods = Stream.of("POST", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE", "PATCH")
                .map(MethodCases::otherMethod);
        Stream<Case> rest = Stream.of(
                postH2c(),
                connect(),
                http10(),
                closeOption(),
                noUpgradeOption(),
                emptyContent(),
                content(),
                unfinishedContent());
        return Stream.concat(methods, rest).toList();
    }

    /** The origin, should it be asked, answers 200 and so shows that it was not asked for an upgrade. */
    private static CaseBuilder isNoUpgrade(CaseBuilder which, HeadText request) {
        return which.then(ask("a", request))
                .then(answer("a", response("200 OK", "")))
                .then(fence())
                .claims(either(refused("a"), servedAsPlainHttp("a")), fenceSeen());
    }

    private static Case otherMethod(String method) {
        CaseBuilder which = should(
                        "methods/" + method.toLowerCase(Locale.ROOT) + "-is-no-upgrade",
                        rfc(6455, "4.1", "MUST"),
                        "A " + method + " with a complete opening handshake opens no tunnel.")
                .because("RFC 6455 knows GET alone. A proxy that tunnels on another method opens a way to the "
                        + "origin that rules written for GET do not watch.");
        return isNoUpgrade(which, opening("a").method(method))
                .failsUnder("upgrades-any-method", "field Upgrade without token websocket")
                .build();
    }

    private static Case http10() {
        CaseBuilder which = must(
                        "methods/http-1-0-is-no-upgrade",
                        rfc(9110, "7.8", "MUST"),
                        "An Upgrade field in an HTTP/1.0 request opens no tunnel.")
                .because("An HTTP/1.0 hop does not know Upgrade and passes it on blindly: a switch on its request "
                        + "leaves it reading frames as HTTP.");
        return isNoUpgrade(which, opening("a").startingWith("GET {target:a} HTTP/1.0"))
                .failsUnder("upgrades-http-1.0", "field Upgrade without token websocket")
                .build();
    }

    private static Case noUpgradeOption() {
        CaseBuilder which = should(
                        "methods/upgrade-without-option",
                        contract("upgrade-option"),
                        "An Upgrade field that Connection does not name opens no tunnel.")
                .because("Without the option the field was meant for another hop and forwarded by mistake. Acting "
                        + "on it switches a connection whose client knows nothing of it.");
        return isNoUpgrade(which, opening("a").without("Connection"))
                .failsUnder("upgrades-without-option", "field Upgrade without token websocket")
                .build();
    }

    private static Case postH2c() {
        HeadText request = request("POST", "a")
                .and("Connection", "Upgrade, HTTP2-Settings")
                .and("Upgrade", "h2c")
                .and("HTTP2-Settings", "AAMAAABkAAQAAP__")
                .and("Content-Length", "5")
                .followedBy("hello");
        return should(
                        "methods/post-offering-h2c",
                        contract("other-protocols"),
                        "A POST that offers another protocol is plain HTTP: served without the offer, unless the method is not allowed.")
                .because("Command line clients and Java's offer h2c on any request. Refused, their requests fail; "
                        + "passed on, they speak to the origin past the proxy.")
                .seenIn("haproxy#1381")
                .then(ask("a", request))
                .then(answer("a", response("200 OK", "")))
                .then(fence())
                .claims(either(offerIgnored("a"), methodNotAllowed("a")), fenceSeen())
                .failsUnder("forwards-h2c", "field Upgrade absent")
                .failsUnder("refuses-other-upgrades", "but was: status 501")
                .build();
    }

    private static Claim.Alternative offerIgnored(String tag) {
        return way(
                "served as plain HTTP, content and all, or over the protocol that the proxy took up itself",
                absent(origin(tag), "Upgrade"),
                absent(origin(tag), "HTTP2-Settings"),
                field(origin(tag), ":body", "hello"),
                status(client(tag), 101, 200));
    }

    private static Claim.Alternative methodNotAllowed(String tag) {
        return way("method not allowed", never(origin(tag), Sign.HEAD), status(client(tag), 403, 405));
    }

    private static Case connect() {
        Raw connect = opening("a")
                .startingWith("CONNECT {host} HTTP/1.1")
                .and("Wsproof", "{target:a}")
                .octets();
        return should(
                        "methods/connect-refused-and-closed",
                        contract("connect-refused"),
                        "Once a CONNECT is refused, by the target or by the origin, what follows it on the connection is not served.")
                .because("A client may send tunnel octets behind a CONNECT without waiting. If they are served as "
                        + "requests after the refusal, whoever controls them smuggles requests.")
                .then(open("a"), send(client("a"), connect, request("GET", "b").octets()))
                .then(await(origin("a"), Sign.HEAD, BRIEFLY), send(origin("a"), response("405 Method Not Allowed", "")))
                .then(await(client("a"), Sign.HEAD), await(client("a"), Sign.ENDED))
                .then(fence())
                .claims(
                        never(origin("b"), Sign.HEAD),
                        status(client("a"), 400, 403, 404, 405, 421, 501),
                        seen(client("a"), Sign.ENDED),
                        fenceSeen())
                .failsUnder("serves-after-connect", "no head at origin b")
                .failsUnder("tunnels-connect", "but was: status 200")
                .build();
    }

    private static Case closeOption() {
        return must(
                        "methods/close-option-beside-upgrade",
                        contract("no-loss"),
                        "A request with the options close and upgrade gets a tunnel that works, or none.")
                .because("A client behind a proxy that adds close gets a 101 and then nothing: the connection is "
                        + "ended, or the origin's leg leaks.")
                .then(ask("a", opening("a").with("Connection", "close").and("Connection", "Upgrade")))
                .then(answer("a", switching()))
                .then(send(client("a"), Octets.binary(1, 40, 21)), await(origin("a"), Sign.FRAME, BRIEFLY))
                .then(fence())
                .claims(
                        either(
                                way("tunnel", status(client("a"), 101), clientsOctetsArrive("a")),
                                refused("a"),
                                notSwitched("a")),
                        fenceSeen())
                .failsUnder("close-ends-tunnel", " of 1 frames")
                .build();
    }

    private static Claim.Alternative notSwitched(String tag) {
        return way(
                "forwarded as plain HTTP, its 101 not relayed",
                lacksToken(origin(tag), "Upgrade", "websocket"),
                originFailed(tag));
    }

    private static Case emptyContent() {
        return should(
                        "methods/content-length-zero",
                        contract("no-content"),
                        "A Content-Length of 0 states no content: the upgrade goes on.")
                .because("Libraries that set Content-Length on every request are refused, with an error that does "
                        + "not say why.")
                .seenIn("envoy#21990")
                .then(ask("a", opening("a").and("Content-Length", "0")))
                .then(answer("a", switching()))
                .claims(status(client("a"), 101))
                .failsUnder("refuses-content-length-zero", "but was: status 400")
                .build();
    }

    private static Case content() {
        return should(
                        "methods/upgrade-with-content",
                        contract("no-content"),
                        "An upgrade with content is refused, or its content stays content: the frames come behind it.")
                .because("Content read as frames, or frames as content, gives two ends two views of one "
                        + "connection: that is how requests are smuggled.")
                .seenIn("CVE-2026-58055", "GHSA-mfx4-hv73-q22v")
                .then(ask("a", opening("a").and("Content-Length", "5").followedBy("hello")))
                .then(answer("a", switching()))
                .then(send(client("a"), Octets.binary(1, 40, 22)), await(origin("a"), Sign.FRAME, BRIEFLY))
                .then(fence())
                .claims(
                        either(
                                refused("a"),
                                way(
                                        "content, then frames",
                                        field(origin("a"), ":body", "hello"),
                                        status(client("a"), 101),
                                        seen(origin("a"), Sign.FRAME)),
                                notSwitched("a")),
                        fenceSeen())
                .failsUnder("body-becomes-frames", "field :body equal to hello")
                .build();
    }

    private static Case unfinishedContent() {
        HeadText request = opening("a").and("Transfer-Encoding", "chunked").followedBy("5\r\nhello\r\n");
        return should(
                        "methods/upgrade-with-unfinished-content",
                        contract("no-content"),
                        "An upgrade whose content never ends is refused, at once or in time: it neither hangs nor switches.")
                .because("A handshake that waits for content without end holds both connections, and anyone can "
                        + "open as many as they like.")
                .on(Profile.SHORT_TIMERS)
                .then(ask("a", request))
                .then(await(origin("a"), Sign.HEAD, BRIEFLY), send(origin("a"), switching()))
                .then(await(client("a"), Sign.HEAD, Span.handshake(2)))
                .claims(either(
                        way("refused", status(client("a"), 400, 403, 405, 408, 411, 413, 426, 501, 502, 503, 504)),
                        way("closed in time", never(client("a"), Sign.HEAD), seen(client("a"), Sign.ENDED))))
                .failsUnder("waits-for-body", "but was: no response")
                .build();
    }
}
