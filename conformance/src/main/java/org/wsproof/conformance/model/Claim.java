package org.wsproof.conformance.model;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What must hold of what was recorded. A claim on a tag holds for each of its copies, and fails where there is none. */
public sealed interface Claim {
    /** The endpoints whose records decide whether it holds. */
    Stream<Endpoint> endpoints();

    /** The times that bound it. */
    default Stream<Span> spans() {
        return Stream.of();
    }

    /** The {@code nth} final response (from 1, a 101 included) has one of these status codes. */
    record Status(Endpoint at, int nth, Set<Integer> allowed) implements Claim {
        @Override
        public Stream<Endpoint> endpoints() {
            return Stream.of(at);
        }
    }

    /**
     * A field of the first head received at the endpoint. Names with a colon are facts: {@code :method}, {@code :target},
     * {@code :version}, {@code :status}, {@code :body} (its first 4 KiB), {@code :sni}, {@code :alpn},
     * {@code :client-certificate}, {@code :connection} (a number). At the authority {@code :original-target} is what the
     * target tells it of the client's request target.
     */
    record Field(Endpoint at, String name, Rule rule, String value) implements Claim {
        /** What is asked of the field; several lines count as one list, joined with ", ". */
        public enum Rule {
            ABSENT,
            PRESENT,
            /** Exactly one line; {@code value} is not used. */
            ONCE,
            /** The value is exactly this. */
            EQUALS,
            /** The list has this token, letter case aside. */
            HAS_TOKEN,
            LACKS_TOKEN,
            /** The list is made of these tokens and no others, letter case and order aside. */
            ONLY_TOKENS,
            /** All lines as the other end sent them, in order. */
            AS_SENT,
            /** The accept value for the key that this client sent (RFC 6455 §4.2.2). */
            ACCEPTS_KEY
        }

        @Override
        public Stream<Endpoint> endpoints() {
            Peer other = at.peer() == Peer.CLIENT ? Peer.ORIGIN : Peer.CLIENT;
            return rule == Rule.AS_SENT ? Stream.of(at, new Endpoint(other, at.tag())) : Stream.of(at);
        }
    }

    /**
     * Everything the script sends in the tunnel at {@code sender} (not: managed to send) arrived at {@code receiver}, once
     * and in order: octet for octet; at a framing target message by message.
     */
    record Same(Endpoint sender, Endpoint receiver) implements Claim {
        @Override
        public Stream<Endpoint> endpoints() {
            return Stream.of(sender, receiver);
        }
    }

    /**
     * The same, and behind it a Close of the target's own, a whole frame between frames, with nothing behind that. A target
     * that appends none breaks it: an alternative of {@link AnyOf}.
     */
    record SameThenClose(Endpoint sender, Endpoint receiver) implements Claim {
        @Override
        public Stream<Endpoint> endpoints() {
            return Stream.of(sender, receiver);
        }
    }

    record Seen(Endpoint at, Sign sign) implements Claim {
        @Override
        public Stream<Endpoint> endpoints() {
            return Stream.of(at);
        }
    }

    record Never(Endpoint at, Sign sign) implements Claim {
        @Override
        public Stream<Endpoint> endpoints() {
            return Stream.of(at);
        }
    }

    /** The peer ended its direction in one of these ways. */
    record Ended(Endpoint at, Set<Ending> allowed) implements Claim {
        @Override
        public Stream<Endpoint> endpoints() {
            return Stream.of(at);
        }
    }

    /**
     * The time between two signs, in nominal bounds: the judge allows [0.9 least, most + max(0.1 most, 400 ms)]. A {@code
     * most} of 0 is no bound.
     */
    record Between(Endpoint from, Sign start, Endpoint to, Sign end, Span least, Span most) implements Claim {
        @Override
        public Stream<Endpoint> endpoints() {
            return Stream.of(from, to);
        }

        @Override
        public Stream<Span> spans() {
            return Stream.of(least, most);
        }
    }

    /** The figure the sign's event carries (octets written before a stall, a gauge) is at most this. */
    record AtMost(Endpoint at, Sign sign, long limit) implements Claim {
        @Override
        public Stream<Endpoint> endpoints() {
            return Stream.of(at);
        }
    }

    /** At least one alternative holds; the first that does is the observation of an OBSERVE case. */
    record AnyOf(List<Alternative> alternatives) implements Claim {
        public AnyOf {
            if (alternatives.isEmpty()) {
                throw new IllegalArgumentException("a claim without alternatives can't fail");
            }
        }

        @Override
        public Stream<Endpoint> endpoints() {
            return alternatives.stream().flatMap(one -> one.claims().stream()).flatMap(Claim::endpoints);
        }

        @Override
        public Stream<Span> spans() {
            return alternatives.stream().flatMap(one -> one.claims().stream()).flatMap(Claim::spans);
        }
    }

    /** A named way to satisfy {@link AnyOf}: all its claims hold. */
    record Alternative(String name, List<Claim> claims) {
        public Alternative {
            if (claims.isEmpty()) {
                throw new IllegalArgumentException("alternative '" + name + "' without claims can't fail");
            }
        }
    }
}
