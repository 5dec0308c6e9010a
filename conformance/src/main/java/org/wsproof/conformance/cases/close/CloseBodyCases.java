package org.wsproof.conformance.cases.close;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import java.util.stream.IntStream;
import org.wsproof.conformance.cases.script.CaseBuilder;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Octets.Frame;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Step;

/**
 * What stands in a Close, from each end. A transparent target passes whatever it is. A framing one passes what may be sent
 * (RFC 6455 §7.4), and may answer the rest with 1002, or 1007 for a reason that is not UTF-8.
 */
final class CloseBodyCases {
    private static final String ENDPOINT =
            "It is an endpoint on both legs, and answers such a Close itself (RFC 6455 §7.1.7).";
    private static final Sign ANY_CLOSE = Sign.close(Sign.ANY_CODE);

    private CloseBodyCases() {}

    static List<Case> all() {
        return List.of(codes(), codesNotToBeSent(), oneOctet(), badReason());
    }

    private static Case codes() {
        return eachWay(
                        must(
                                "close/codes-registered-and-private",
                                contract("close-codes"),
                                "Codes registered since RFC 6455, and those of libraries and applications, arrive as they were sent."),
                        closes(1001, 1012, 1013, 1014, 3000, 4999))
                .framing(
                        "the client's Closes arrive whole; the replies may be the target's own (RFC 6455 §5.5.1).",
                        IntStream.range(0, 6)
                                .mapToObj(i -> clientsOctetsArrive("n/" + i))
                                .toArray(Claim[]::new))
                .because(
                        "1012 and 1013 tell a client to come back later, 3000 and above is the application's own; a proxy"
                                + " with a list from 2011 turns them into errors.")
                .failsUnder("replaces-later-codes", "differs")
                .build();
    }

    private static Case codesNotToBeSent() {
        return eachWay(
                        should(
                                "close/codes-not-to-be-sent",
                                contract("transparent"),
                                "A Close with a code that RFC 6455 §7.4 reserves or leaves undefined arrives for the other end to refuse."),
                        closes(999, 1004, 1005, 1006, 1015, 5000))
                .notAskedOfFraming(ENDPOINT)
                .because("Where a proxy replaces the code, the end with the bug is not the one that is told of it.")
                .failsUnder("closes-on-invalid-code", "differs")
                .build();
    }

    private static Case oneOctet() {
        return eachWay(
                        should(
                                "close/body-of-one-octet",
                                contract("transparent"),
                                "A Close with half a code arrives as it is, for the other end to refuse."),
                        new Frame(true, 0, 8, "\u0003"))
                .notAskedOfFraming(ENDPOINT)
                .because("A proxy that reads two octets of code where there is one reads what is not there.")
                .failsUnder("empties-short-close", "differs")
                .build();
    }

    private static Case badReason() {
        return eachWay(
                        should(
                                "close/reason-not-utf-8",
                                contract("transparent"),
                                "A Close with a reason that is not UTF-8 arrives as it is, for the other end to refuse."),
                        new Frame(true, 0, 8, "\u0003\u00e8caf\u00e9 ferm\u00e9"))
                .notAskedOfFraming(ENDPOINT)
                .because("A reason that went through a string and back is no longer what was sent.")
                .failsUnder("repairs-reason", "differs")
                .build();
    }

    private static Frame[] closes(int... codes) {
        return IntStream.of(codes)
                .mapToObj(code -> Octets.close(code, "because"))
                .toArray(Frame[]::new);
    }

    /** A tunnel for each Close, all at once: the client sends it, and the origin answers with the same. */
    private static CaseBuilder eachWay(CaseBuilder which, Frame... closes) {
        which.then(Step.expanded(List.of(new Step.Each("n", closes.length, closes.length, tunnel("n")))));
        List<String> tags =
                IntStream.range(0, closes.length).mapToObj(i -> "n/" + i).toList();
        for (int i = 0; i < closes.length; i++) {
            which.then(send(client(tags.get(i)), closes[i]));
        }
        tags.forEach(tag -> which.then(await(origin(tag), ANY_CLOSE)));
        for (int i = 0; i < closes.length; i++) {
            which.then(send(origin(tags.get(i)), closes[i]));
        }
        tags.forEach(tag -> which.then(await(client(tag), ANY_CLOSE)));
        tags.forEach(tag -> which.claims(clientsOctetsArrive(tag), originsOctetsArrive(tag)));
        return which;
    }
}
