package org.wsproof.conformance.cases.smuggling;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.HeadText.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.cases.script.Strictness.*;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import org.wsproof.conformance.cases.script.CaseBuilder;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Sign;

/** Field lines that parsers disagree on: what one reads as a value, the next reads as a field of its own. */
final class FieldLineCases {
    private static final String NAME = "X-Wsproof";

    private FieldLineCases() {}

    static List<Case> all() {
        return List.of(spaceBeforeColon(), folded(), spaceBeforeFirstField(), bareCr(), nul(), bareLf(), noToken());
    }

    private static Case spaceBeforeColon() {
        return must(
                        "smuggling/space-before-colon",
                        rfc(9112, "5.1", "MUST"),
                        "A request with white space between a field's name and its colon is refused.")
                .then(offered(line(opening("a"), NAME + " : 1"), switching()))
                .claims(either(turnedDown(), closedUnanswered()), fenceSeen())
                .failsUnder("takes-space-before-colon", "no head at origin a")
                .because("A parser that takes 'Content-Length :' for the length, in front of one that does not, lets a"
                        + " client hide a second request in the content of the first.")
                .build();
    }

    private static Case folded() {
        return must(
                        "smuggling/folded-field",
                        rfc(9112, "5.2", "MUST"),
                        "A field folded over two lines is refused, or goes on as one line with spaces for the fold.")
                .then(offered(line(line(opening("a"), NAME + ": one"), " two"), switching()))
                .claims(
                        either(
                                turnedDown(),
                                closedUnanswered(),
                                way("unfolded", field(origin("a"), NAME, "one two")),
                                way("unfolded, with the line end as spaces", field(origin("a"), NAME, "one   two"))),
                        fenceSeen())
                .failsUnder("takes-folds", "no head at origin a")
                .because("A folded line that is passed on as it came is a field to one recipient and a value to the"
                        + " next: what the proxy checked is not what the origin reads.")
                .build();
    }

    private static Case spaceBeforeFirstField() {
        return must(
                        "smuggling/space-before-first-field",
                        rfc(9112, "2.2", "MUST"),
                        "A first field line that begins with white space is refused with the request, or dropped.")
                .then(offered(firstLine(opening("a"), " " + NAME + ": 1"), switching()))
                .claims(
                        either(
                                turnedDown(),
                                closedUnanswered(),
                                way("dropped", absent(origin("a"), NAME), absent(origin("a"), " " + NAME))),
                        fenceSeen())
                .failsUnder("takes-space-before-first-field", "no head at origin a")
                .because("RFC 9112 asks for it because recipients behind the proxy may read such a line as part of the"
                        + " request line, or as a field that the proxy never looked at.")
                .build();
    }

    private static CaseBuilder refusedOrSpaced(CaseBuilder which, String control) {
        return which.then(offered(opening("a").and(NAME, "1" + control + "X-Two: 2"), switching()))
                .claims(
                        either(
                                turnedDown(),
                                closedUnanswered(),
                                way("replaced by a space", field(origin("a"), NAME, "1 X-Two: 2"))),
                        fenceSeen())
                .because("Parsers cut a value at such an octet, or begin a line there: the origin then reads a field"
                        + " that the proxy did not see.");
    }

    private static Case bareCr() {
        CaseBuilder which = must(
                "smuggling/bare-cr-in-value",
                rfc(9112, "2.2", "MUST"),
                "A CR without LF in a field value is refused, or becomes a space.");
        return refusedOrSpaced(which, "\r")
                .failsUnder("takes-bare-cr", "no head at origin a")
                .build();
    }

    private static Case nul() {
        CaseBuilder which = must(
                "smuggling/nul-in-value",
                rfc(9110, "5.5", "MUST"),
                "A NUL in a field value is refused, or becomes a space.");
        return refusedOrSpaced(which, "\0")
                .failsUnder("takes-nul", "no head at origin a")
                .build();
    }

    private static Case bareLf() {
        return observe(
                        "smuggling/bare-lf-in-head",
                        rfc(9112, "2.2", "MAY"),
                        "What an LF without CR in a request's head is taken for.")
                .then(offered(opening("a").and(NAME, "1\nX-Two: 2"), switching()))
                .claims(
                        either(
                                turnedDown(),
                                closedUnanswered(),
                                way("taken for the end of a line", field(origin("a"), "X-Two", "2")),
                                way("taken for something else", seen(origin("a"), Sign.HEAD))),
                        fenceSeen())
                .failsUnder("takes-bare-lf", "observed: taken for the end of a line")
                .failsUnder("silent-on-bad-head", "observed: closed unanswered")
                .because("A recipient may take a lone LF for a line's end, but only where all the others do is that"
                        + " harmless.")
                .build();
    }

    private static Case noToken() {
        return should(
                        "smuggling/field-name-no-token",
                        rfc(9112, "2.2", "SHOULD"),
                        "A field whose name is no token is refused with its request, or at the least not passed on.")
                .then(offered(opening("a").and("X-(Wsproof)", "1"), switching()))
                .claims(
                        either(turnedDown(), closedUnanswered(), way("dropped", absent(origin("a"), "X-(Wsproof)"))),
                        fenceSeen())
                .failsUnder("takes-any-field-name", "no head at origin a")
                .because("Names with odd octets are folded onto others by what is behind (CGI makes X_Y of X-Y, and of"
                        + " more than that): they slip by rules written for the proper name.")
                .build();
    }
}
