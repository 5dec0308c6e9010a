package org.wsproof.conformance.cases.smuggling;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.HeadText.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.cases.script.Strictness.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import org.wsproof.conformance.cases.script.CaseBuilder;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Sign;

/** Content in chunks that are none: what stands behind them is not a request. */
final class ChunkCases {
    private ChunkCases() {}

    static List<Case> all() {
        return List.of(signedSize(), prefixedSize(), hugeSize(), longerThanItsSize());
    }

    /** A target may have begun to forward the request before it came to the chunks: the origin must not get all of it. */
    private static CaseBuilder brokenOff(CaseBuilder which, String chunks) {
        return withRequestBehind(which, chunks)
                .claims(
                        either(
                                turnedDown(),
                                closedUnanswered(),
                                way(
                                        "broken off towards the origin",
                                        absent(origin("a"), ":body"),
                                        seen(client("a"), Sign.ENDED))),
                        never(origin("b"), Sign.HEAD),
                        fenceSeen());
    }

    private static CaseBuilder withRequestBehind(CaseBuilder which, String chunks) {
        return which.then(
                        open("a"),
                        send(
                                client("a"),
                                request("GET", "a")
                                        .and("Transfer-Encoding", "chunked")
                                        .followedBy(chunks)
                                        .octets(),
                                request("GET", "b").octets()),
                        await(client("a"), Sign.HEAD, BRIEFLY),
                        send(origin("a"), response("200 OK", "")),
                        await(client("a"), Sign.head(2), BRIEFLY))
                .then(fence())
                .because("Two recipients that do not find the same end of the chunks read different requests behind"
                        + " them: an upgrade that the proxy never saw, or another user's request with a stranger's"
                        + " words in front of it.");
    }

    private static Case signedSize() {
        CaseBuilder which = must(
                "smuggling/chunk-size-with-sign",
                contract("chunks"),
                "A request with a sign before a chunk's size is refused, or broken off.");
        return brokenOff(which, "+5\r\nhello\r\n0\r\n\r\n")
                .failsUnder("takes-odd-chunk-sizes", "no head at origin b")
                .build();
    }

    private static Case prefixedSize() {
        CaseBuilder which = must(
                "smuggling/chunk-size-with-prefix",
                contract("chunks"),
                "A request with a chunk's size written 0x5 is refused, or broken off.");
        return brokenOff(which, "0x5\r\n\r\n")
                .failsUnder("takes-odd-chunk-sizes", "no head at origin b")
                .build();
    }

    /** To wait for all those octets is right as well: then the request behind is part of them. */
    private static Case hugeSize() {
        CaseBuilder which = must(
                "smuggling/chunk-size-over-64-bits",
                rfc(9112, "7.1", "MUST"),
                "A chunk's size of 2^64 + 5 is not taken for 5: what follows those octets is not read as a request.");
        return withRequestBehind(which, "10000000000000005\r\nhello\r\n0\r\n\r\n")
                .claims(never(origin("b"), Sign.HEAD), fenceSeen())
                .failsUnder("wraps-chunk-sizes", "no head at origin b")
                .build();
    }

    private static Case longerThanItsSize() {
        CaseBuilder which = must(
                "smuggling/chunk-longer-than-its-size",
                contract("chunks"),
                "A request whose chunk does not end where its size says is refused, or broken off.");
        return brokenOff(which, "5\r\nhelloXX0\r\n\r\n")
                .failsUnder("skips-chunk-ends", "no head at origin b")
                .build();
    }
}
