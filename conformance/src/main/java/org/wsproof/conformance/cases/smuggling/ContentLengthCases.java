package org.wsproof.conformance.cases.smuggling;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.HeadText.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.cases.script.Strictness.*;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import org.wsproof.conformance.cases.script.CaseBuilder;
import org.wsproof.conformance.cases.script.HeadText;
import org.wsproof.conformance.model.Case;

/** Requests that say in no way, or in two, where their content ends. */
final class ContentLengthCases {
    private static final String CODING = "Transfer-Encoding";
    private static final String LENGTH = "Content-Length";
    private static final HeadText SERVED = response("200 OK", "");

    private ContentLengthCases() {}

    static List<Case> all() {
        return List.of(
                lengthAndChunked(),
                unknownCoding(),
                chunkedNotLast(),
                secondCodingLine(),
                signedLength(),
                hexadecimalLength(),
                lengthsDiffer(),
                lengthsAgree());
    }

    private static Case lengthAndChunked() {
        HeadText request =
                request("POST", "a").and(LENGTH, "4").and(CODING, "chunked").followedBy("5\r\nhello\r\n0\r\n\r\n");
        return must(
                        "smuggling/length-and-chunked",
                        rfc(9112, "6.3", "MUST"),
                        "A request with both Content-Length and Transfer-Encoding is refused, or goes on with its chunks and without that length.")
                .then(offered(request, SERVED))
                .claims(
                        either(
                                turnedDown(),
                                closedUnanswered(),
                                way("as chunks", absent(origin("a"), LENGTH), field(origin("a"), ":body", "hello")),
                                way(
                                        "with a length of its own",
                                        absent(origin("a"), CODING),
                                        field(origin("a"), LENGTH, "5"),
                                        field(origin("a"), ":body", "hello"))),
                        fenceSeen())
                .failsUnder("takes-length-and-chunked", "field Content-Length absent")
                .because("The oldest way to smuggle a request: one recipient goes by the length, the next by the"
                        + " chunks, and what is left over is somebody else's request.")
                .build();
    }

    private static CaseBuilder refused(CaseBuilder which, HeadText request) {
        return which.then(offered(request, SERVED))
                .claims(either(turnedDown(), closedUnanswered()), fenceSeen())
                .because("Nobody can tell where such a request ends. A proxy that guesses, in front of an origin that"
                        + " guesses otherwise, lets a client write requests in other people's names.");
    }

    private static Case unknownCoding() {
        CaseBuilder which = must(
                "smuggling/transfer-coding-unknown",
                rfc(9112, "6.3", "MUST"),
                "An opening handshake with a transfer coding that is not chunked is refused.");
        return refused(which, opening("a").and(CODING, "xchunked"))
                .failsUnder("takes-any-transfer-coding", "no head at origin a")
                .seenIn("CVE-2026-2835")
                .build();
    }

    private static Case chunkedNotLast() {
        CaseBuilder which = must(
                "smuggling/chunked-not-last",
                rfc(9112, "6.3", "MUST"),
                "An opening handshake whose last transfer coding is not chunked is refused.");
        return refused(which, opening("a").and(CODING, "chunked, identity").followedBy("0\r\n\r\n"))
                .failsUnder("takes-any-transfer-coding", "no head at origin a")
                .seenIn("CVE-2026-2835")
                .build();
    }

    private static Case secondCodingLine() {
        CaseBuilder which = must(
                "smuggling/transfer-coding-lines",
                rfc(9112, "6.3", "MUST"),
                "An opening handshake whose second Transfer-Encoding line hides a coding that is not chunked is refused.");
        return refused(
                        which,
                        opening("a")
                                .and(CODING, "chunked")
                                .and(CODING, "x-wsproof")
                                .followedBy("0\r\n\r\n"))
                .failsUnder("takes-any-transfer-coding", "no head at origin a")
                .seenIn("CVE-2026-2835")
                .build();
    }

    private static HeadText withLength(String value) {
        return request("GET", "a").and(LENGTH, value).followedBy("hello");
    }

    private static Case signedLength() {
        CaseBuilder which = must(
                "smuggling/length-with-sign",
                rfc(9112, "6.3", "MUST"),
                "A request whose Content-Length has a sign is refused.");
        return refused(which, withLength("+5"))
                .failsUnder("takes-odd-lengths", "no head at origin a")
                .build();
    }

    private static Case hexadecimalLength() {
        CaseBuilder which = must(
                "smuggling/length-hexadecimal",
                rfc(9112, "6.3", "MUST"),
                "A request whose Content-Length is not decimal is refused.");
        return refused(which, withLength("5x0"))
                .failsUnder("takes-odd-lengths", "no head at origin a")
                .build();
    }

    private static Case lengthsDiffer() {
        CaseBuilder which = must(
                "smuggling/lengths-differ",
                rfc(9112, "6.3", "MUST"),
                "A request with two Content-Length fields that differ is refused.");
        return refused(which, withLength("5").and(LENGTH, "0"))
                .failsUnder("takes-odd-lengths", "no head at origin a")
                .build();
    }

    private static Case lengthsAgree() {
        return must(
                        "smuggling/lengths-agree",
                        rfc(9110, "8.6", "MUST NOT"),
                        "A request with its Content-Length twice is refused, or goes on with it once.")
                .then(offered(withLength("5").and(LENGTH, "5"), SERVED))
                .claims(
                        either(
                                turnedDown(),
                                closedUnanswered(),
                                way(
                                        "once",
                                        once(origin("a"), LENGTH),
                                        field(origin("a"), LENGTH, "5"),
                                        field(origin("a"), ":body", "hello"))),
                        fenceSeen())
                .failsUnder("takes-equal-lengths", "field Content-Length once")
                .because("A list in Content-Length is harmless as long as its members agree; passed on as it came, the"
                        + " next recipient must make the same guess.")
                .build();
    }
}
