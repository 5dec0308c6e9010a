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
        SECOND("second"),
        /** The idle timeout of a tunnel. */
        IDLE("idle timeout"),
        /** How long a request head may take. */
        HEAD("header timeout"),
        /** From connected to the origin's answer. */
        HANDSHAKE("handshake timeout"),
        /** How long an authorization server may take. */
        AUTHORITY("authorization timeout"),
        /** How long a drain may take. */
        DRAIN("grace for a drain");

        private final String words;

        Timer(String words) {
            this.words = words;
        }

        /** The timer as people call it. */
        public String words() {
            return words;
        }
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

    public static Span head(double times) {
        return new Span(Timer.HEAD, times);
    }

    public static Span handshake(double times) {
        return new Span(Timer.HANDSHAKE, times);
    }
}
