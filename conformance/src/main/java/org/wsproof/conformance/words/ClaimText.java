package org.wsproof.conformance.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Claim.AnyOf;
import org.wsproof.conformance.model.Claim.AtMost;
import org.wsproof.conformance.model.Claim.Between;
import org.wsproof.conformance.model.Claim.Ended;
import org.wsproof.conformance.model.Claim.Field;
import org.wsproof.conformance.model.Claim.Never;
import org.wsproof.conformance.model.Claim.Same;
import org.wsproof.conformance.model.Claim.SameThenClose;
import org.wsproof.conformance.model.Claim.Seen;
import org.wsproof.conformance.model.Claim.Status;
import org.wsproof.conformance.model.Endpoint;
import org.wsproof.conformance.model.Peer;
import org.wsproof.conformance.model.Span;

/** The claims of a case in words; what a judgement says it expected is said with the same ones. */
public final class ClaimText {
    private static final Map<String, String> FACTS = Map.of(
            ":method", "the method",
            ":target", "the request target",
            ":original-target", "the client's request target, as it is told it,",
            ":version", "the HTTP version",
            ":body", "the content",
            ":sni", "the TLS server name",
            ":alpn", "the ALPN protocols offered",
            ":tls", "the TLS version",
            ":connection", "the connection's number");

    private final Names names;

    private ClaimText(Names names) {
        this.names = names;
    }

    /** What must be seen, a line a claim. */
    public static List<Line> of(Case subject) {
        return of(subject, subject.claims());
    }

    /** The same of other claims on the case's endpoints. */
    public static List<Line> of(Case subject, List<Claim> claims) {
        ClaimText text = new ClaimText(Names.of(subject));
        return claims.stream().map(text::line).toList();
    }

    /** {@code status 502 or 503}. */
    public static String expected(Status claim) {
        return "status " + either(claim.allowed());
    }

    /** Which answer is meant, in brackets; "" for the first. */
    public static String which(Status claim) {
        return claim.nth() > 1 ? " (response " + claim.nth() + ")" : "";
    }

    /** {@code no head 2}. */
    public static String expected(Never claim) {
        return "no " + SignText.of(claim.sign());
    }

    /** {@code end by FIN or RST}. */
    public static String expected(Ended claim) {
        return "end by " + either(claim.allowed());
    }

    /** {@code field Upgrade with token websocket}. */
    public static String expected(Field claim) {
        return "field " + claim.name() + " " + wanted(claim);
    }

    /** The values, sorted, with "or" between them. */
    public static String either(Iterable<?> values) {
        TreeSet<String> words = new TreeSet<>();
        values.forEach(value -> words.add(String.valueOf(value)));
        return String.join(" or ", words);
    }

    private static String wanted(Field claim) {
        return switch (claim.rule()) {
            case ABSENT -> "absent";
            case PRESENT -> "present";
            case ONCE -> "once";
            case EQUALS -> "equal to " + claim.value();
            case HAS_TOKEN -> "with token " + claim.value();
            case LACKS_TOKEN -> "without token " + claim.value();
            case ONLY_TOKENS -> "with no token but " + claim.value();
            case AS_SENT -> "as sent";
            case ACCEPTS_KEY -> "equal to the accept value for the client's key";
        };
    }

    private Line line(Claim claim) {
        if (claim instanceof Status status) {
            return sees(status.at(), expected(status) + which(status));
        } else if (claim instanceof Field field) {
            return sees(field.at(), FACTS.getOrDefault(field.name(), "field " + field.name()) + " " + wanted(field));
        } else if (claim instanceof Same same) {
            return new Line(same(same));
        } else if (claim instanceof SameThenClose same) {
            return new Line(same(new Same(same.sender(), same.receiver()))
                    + " A Close of the target's own follows, and nothing behind it.");
        } else if (claim instanceof Seen seen) {
            return sees(seen.at(), SignText.seenBy(seen.at().peer(), seen.sign()));
        } else if (claim instanceof Never never) {
            return new Line(capital(never.at()) + " never sees "
                    + SignText.seenBy(never.at().peer(), never.sign()) + ".");
        } else if (claim instanceof Ended ended) {
            return sees(ended.at(), "its connection " + expected(ended));
        } else if (claim instanceof Between between) {
            return new Line(between(between));
        } else if (claim instanceof AtMost atMost && atMost.at().peer() == Peer.OPERATOR) {
            return new Line("Measured again, the target has at most " + Amounts.number(atMost.limit()) + " "
                    + atMost.at().tag().replace('-', ' ') + " more than at first.");
        } else if (claim instanceof AtMost atMost) {
            return new Line("Until " + names.of(atMost.at()) + " sees "
                    + SignText.seenBy(atMost.at().peer(), atMost.sign()) + ", it can write at most "
                    + Amounts.octets(atMost.limit()) + ".");
        }
        return anyOf((AnyOf) claim);
    }

    private Line sees(Endpoint at, String what) {
        return new Line(capital(at) + " sees " + what + ".");
    }

    private String same(Same claim) {
        String sent = "What " + names.of(claim.sender()) + " sends in the tunnel ";
        return claim.sender().peer() == claim.receiver().peer()
                ? sent + "comes back to it, message by message, a Ping as its Pong: all of it, once, in order."
                : sent + "arrives at " + names.of(claim.receiver()) + ", octet for octet: all of it, once, in order.";
    }

    private String between(Between claim) {
        String from =
                names.of(claim.from()) + " sees " + SignText.seenBy(claim.from().peer(), claim.start());
        String to = names.of(claim.to()) + " sees " + SignText.seenBy(claim.to().peer(), claim.end());
        return Character.toUpperCase(to.charAt(0)) + to.substring(1) + " " + bounds(claim) + " " + from + ".";
    }

    private static String bounds(Between claim) {
        Span least = claim.least();
        Span most = claim.most();
        if (most.times() == 0) {
            return "no sooner than " + Amounts.time(least) + " after";
        }
        if (least.times() == 0) {
            return "at most " + Amounts.time(most) + " after";
        }
        return least.equals(most)
                ? Amounts.time(least) + " (give or take a tenth) after"
                : Amounts.time(least) + " to " + Amounts.time(most) + " after";
    }

    private Line anyOf(AnyOf claim) {
        List<Line> ways = new ArrayList<>();
        claim.alternatives().forEach(way -> {
            List<Line> claims = way.claims().stream().map(this::line).toList();
            ways.add(new Line(way.name() + ":", List.of(), claims));
        });
        return new Line("One of these:", List.of(), ways);
    }

    private String capital(Endpoint at) {
        String name = names.of(at);
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }
}
