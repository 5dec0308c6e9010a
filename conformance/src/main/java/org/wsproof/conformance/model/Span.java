package org.wsproof.conformance.model;

/**
 * A time as a share of what the target declares, or of a second.
 *
 * @param times how many of {@code of}; 0 or more
 */
public record Span(Timer of, double times) {
    /** The timers a target declares. */
    public enum Timer {
        /** One second, whatever the target. */
        SECOND,
        /** The idle timeout of a tunnel. */
        IDLE,
        /** How long a request head may take. */
        HEAD,
        /** From connected to the origin's answer. */
        HANDSHAKE,
        /** How long an authorization server may take. */
        AUTHORITY,
        /** How long a drain may take. */
        DRAIN
    }

    public static Span seconds(double times) {
        return new Span(Timer.SECOND, times);
    }

    public static Span idle(double times) {
        return new Span(Timer.IDLE, times);
    }

    public static Span authority(double times) {
        return new Span(Timer.AUTHORITY, times);
    }

    public static Span drain(double times) {
        return new Span(Timer.DRAIN, times);
    }

    public static Span handshake(double times) {
        return new Span(Timer.HANDSHAKE, times);
    }
}
