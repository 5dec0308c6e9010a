package org.wsproof.conformance.cases.script;

import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Claim.Alternative;
import org.wsproof.conformance.model.Claim.Field.Rule;
import org.wsproof.conformance.model.Endpoint;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;

/** What a case claims, in short words. */
public final class Claims {
    /** What a gateway that will not or cannot go on may say of its own accord, before it asks the origin. */
    private static final Set<Integer> REFUSALS = Set.of(400, 403, 405, 411, 413, 417, 426, 501, 505);

    /** What a gateway may say when the origin fails it (RFC 9110 §15.6.3 to §15.6.5). */
    private static final Set<Integer> ORIGIN_FAILED = Set.of(502, 503, 504);

    private Claims() {}

    /** The first final answer has one of these status codes. */
    public static Claim status(Endpoint at, Integer... allowed) {
        return new Claim.Status(at, 1, Arrays.stream(allowed).collect(Collectors.toUnmodifiableSet()));
    }

    public static Claim nthStatus(Endpoint at, int nth, int allowed) {
        return new Claim.Status(at, nth, Set.of(allowed));
    }

    public static Claim originFailed(String tag) {
        return new Claim.Status(client(tag), 1, ORIGIN_FAILED);
    }

    public static Claim field(Endpoint at, String name, String value) {
        return new Claim.Field(at, name, Rule.EQUALS, value);
    }

    public static Claim hasToken(Endpoint at, String name, String token) {
        return new Claim.Field(at, name, Rule.HAS_TOKEN, token);
    }

    public static Claim lacksToken(Endpoint at, String name, String token) {
        return new Claim.Field(at, name, Rule.LACKS_TOKEN, token);
    }

    /** A field (or a fact) of the first head, by a rule that takes no value. */
    public static Claim field(Endpoint at, String name, Rule rule) {
        return new Claim.Field(at, name, rule, "");
    }

    public static Claim absent(Endpoint at, String name) {
        return field(at, name, Rule.ABSENT);
    }

    public static Claim once(Endpoint at, String name) {
        return field(at, name, Rule.ONCE);
    }

    public static Claim asSent(Endpoint at, String name) {
        return field(at, name, Rule.AS_SENT);
    }

    /** What the client sent in the tunnel arrived at the origin. */
    public static Claim clientsOctetsArrive(String tag) {
        return new Claim.Same(client(tag), origin(tag));
    }

    /** What the origin sent in the tunnel arrived at the client. */
    public static Claim originsOctetsArrive(String tag) {
        return new Claim.Same(origin(tag), client(tag));
    }

    /** What the client sent in the tunnel came back, a Ping as its Pong. */
    public static Claim echoArrives(String tag) {
        return new Claim.Same(client(tag), client(tag));
    }

    public static Claim seen(Endpoint at, Sign sign) {
        return new Claim.Seen(at, sign);
    }

    public static Claim never(Endpoint at, Sign sign) {
        return new Claim.Never(at, sign);
    }

    /** The exchange of {@link Script#fence} did reach the origin. */
    public static Claim fenceSeen() {
        return seen(origin("fence"), Sign.HEAD);
    }

    /** Due one timer after the start; how early and how late that may be is the judge's to say. */
    public static Claim due(Span.Timer timer, Endpoint from, Sign start, Claim.Seen end) {
        return new Claim.Between(from, start, end.at(), end.sign(), new Span(timer, 1), new Span(timer, 1));
    }

    /** The second sign comes at most this long after the first. */
    public static Claim within(Span most, Endpoint at, Sign start, Sign end) {
        return new Claim.Between(at, start, at, end, Span.seconds(0), most);
    }

    public static Claim either(Alternative... alternatives) {
        return new Claim.AnyOf(List.of(alternatives));
    }

    public static Alternative way(String name, Claim... claims) {
        return new Alternative(name, List.of(claims));
    }

    /** The target refuses by itself, and the origin never hears of it; needs {@link #fenceSeen} beside it. */
    public static Alternative refused(String tag) {
        return way("refused", never(origin(tag), Sign.HEAD), new Claim.Status(client(tag), 1, REFUSALS));
    }

    /** The request is forwarded as plain HTTP, and answered 200. */
    public static Alternative servedAsPlainHttp(String tag) {
        return way("served as plain HTTP", lacksToken(origin(tag), "Upgrade", "websocket"), status(client(tag), 200));
    }
}
