package org.wsproof.conformance.model;

/**
 * One exchange as one peer sees it: a request, its answer, and the tunnel that may follow.
 *
 * @param tag what the request carries to be told apart; "" is a connection whose request could not be read (a failed
 *     TLS handshake, say). Tag "n" stands for every copy "n/0", "n/1"… that {@link Step.Each} made.
 */
public record Endpoint(Peer peer, String tag) {
    public static Endpoint client(String tag) {
        return new Endpoint(Peer.CLIENT, tag);
    }

    public static Endpoint origin(String tag) {
        return new Endpoint(Peer.ORIGIN, tag);
    }

    public static Endpoint authority(String tag) {
        return new Endpoint(Peer.AUTHORITY, tag);
    }

    /** Where an operation on the target is recorded. */
    public static Endpoint operator(Step.Operation what) {
        return new Endpoint(Peer.OPERATOR, what.slug());
    }

    /** Where a figure of the target is recorded, each time it is read. */
    public static Endpoint operator(Step.Figure which) {
        return new Endpoint(Peer.OPERATOR, which.slug());
    }

    /** The same peer's endpoint for copy {@code index} of this tag, as {@link Step.Each} makes it. */
    public Endpoint copy(int index) {
        return new Endpoint(peer, tag + "/" + index);
    }

    /** True of this endpoint itself and of every copy of it. */
    public boolean covers(Endpoint other) {
        return peer == other.peer && (tag.equals(other.tag) || (!tag.isEmpty() && other.tag.startsWith(tag + "/")));
    }

    @Override
    public String toString() {
        return peer.name().toLowerCase(java.util.Locale.ROOT) + (tag.isEmpty() ? "" : " " + tag);
    }
}
