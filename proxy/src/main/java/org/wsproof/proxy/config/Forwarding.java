package org.wsproof.proxy.config;

/**
 * What the backside is told of the client and of the host it asked for.
 *
 * @param clientAddressHeader field that carries the client's address (DataPower {@code HTTPClientIPLabel}); empty for none
 * @param trustForwarded whether inbound X-Forwarded-*, Forwarded, the client address field and X-Global-Transaction-ID are
 *     kept and added to, rather than replaced
 */
public record Forwarding(Host host, Style style, String clientAddressHeader, boolean trustForwarded) {
    /** Which Host the backside sees (DataPower {@code DoHostRewriting}). */
    public enum Host {
        /** The backside's own authority. */
        REWRITE,
        /** The client's. */
        PRESERVE
    }

    /** How the client is made known. */
    public enum Style {
        /** X-Forwarded-For, X-Forwarded-Host and X-Forwarded-Proto. */
        X_FORWARDED,
        /** Not at all; inbound fields are still removed unless they are trusted. */
        NONE
    }

    /** The same, but whoever is asked sees its own authority as Host. */
    public Forwarding rewritingHost() {
        return new Forwarding(Host.REWRITE, style, clientAddressHeader, trustForwarded);
    }

    /** What holds where the file says nothing. */
    public static Forwarding defaults() {
        return new Forwarding(Host.REWRITE, Style.X_FORWARDED, "X-Client-IP", false);
    }
}
