package org.wsproof.conformance.relay.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.relay.fault.Faults;
import org.wsproof.conformance.relay.link.Inlet;
import org.wsproof.conformance.wire.Head;
import org.wsproof.conformance.wire.HeadReader;

/** Takes one head at a time off a connection, and no octet behind it. */
public final class HeadSource {
    private static final Duration SAME_READ = Duration.ofMillis(30);
    private static final Set<Fault> OF_WHAT_IS_BEHIND = Set.of(
            Fault.LOSES_EARLY_OCTETS,
            Fault.LOSES_OCTETS_BEHIND_101,
            Fault.OCTETS_BEHIND_101_TWICE,
            Fault.RELAYS_EARLY_OCTETS,
            Fault.AUTHORITY_GETS_EARLY_OCTETS);

    private final String beginning;
    private final int longestLine;
    private final int largest;
    private final Faults faults;

    private HeadSource(String beginning, int longestLine, int largest, Faults faults) {
        this.beginning = beginning;
        this.longestLine = longestLine;
        this.largest = largest;
        this.faults = faults;
    }

    /** Heads of requests: the first line at most 16 KiB, the head at most 128,000 octets. */
    public static HeadSource ofRequests(Faults faults) {
        boolean larger = faults.has(Fault.CUTS_LARGE_VALUES) || faults.has(Fault.CUTS_LONG_TARGETS);
        int longestLine = faults.has(Fault.CUTS_LONG_TARGETS) ? 128_000 : 16_384;
        return new HeadSource("", longestLine, larger ? 1 << 20 : 128_000, faults);
    }

    /** Heads of answers: at most 128,000 octets, and anything that does not begin with HTTP is given up at once. */
    public static HeadSource ofAnswers(Faults faults) {
        int largest = faults.has(Fault.CAPS_ANSWER_HEAD) ? 8 * 1024 : 128_000;
        return new HeadSource("HTTP/1.", largest, largest, faults);
    }

    /** How reading a head ended. */
    public enum State {
        COMPLETE,
        /** The connection ended before the first octet. */
        NOTHING,
        /** The time was over before the first octet. */
        SILENT,
        CUT,
        LATE,
        LINE_TOO_LONG,
        TOO_LARGE,
        GARBAGE
    }

    /**
     * What was read.
     *
     * @param behind octets that came with the head's last one and are still unread
     */
    public record Reading(State state, String raw, Optional<Head> head, int behind) {}

    /** Reads until a head is complete or can't become one. Fails if the connection is reset within it. */
    public Reading read(Inlet inlet) throws IOException {
        HeadReader reader = new HeadReader();
        State state = collect(inlet, reader);
        String raw = reader.raw();
        if (state == State.COMPLETE && faults.hasAny(OF_WHAT_IS_BEHIND)) {
            // Whether it comes in the same read is chance; the fault is to strike each time.
            inlet.settle(SAME_READ);
        }
        Optional<Head> head = state == State.COMPLETE ? reader.head() : Optional.empty();
        return new Reading(state, raw, head, inlet.available());
    }

    private State collect(Inlet inlet, HeadReader reader) throws IOException {
        boolean firstLine = true;
        try {
            for (int octet = inlet.read(); octet >= 0; octet = inlet.read()) {
                firstLine &= octet != '\n' || reader.size() < 3;
                if (reader.take((byte) octet)) {
                    return State.COMPLETE;
                }
                Optional<State> hopeless = hopeless(reader, octet, firstLine);
                if (hopeless.isPresent()) {
                    return hopeless.get();
                }
                if (faults.has(Fault.HEAD_IN_ONE_READ) && inlet.available() == 0) {
                    return State.CUT;
                }
            }
        } catch (SocketTimeoutException e) {
            return reader.size() == 0 ? State.SILENT : State.LATE;
        }
        return reader.size() == 0 ? State.NOTHING : State.CUT;
    }

    private Optional<State> hopeless(HeadReader reader, int octet, boolean firstLine) {
        int size = reader.size();
        if (size <= beginning.length() && beginning.charAt(size - 1) != octet) {
            return Optional.of(State.GARBAGE);
        }
        if (firstLine && size > longestLine) {
            return Optional.of(State.LINE_TOO_LONG);
        }
        return size > largest ? Optional.of(State.TOO_LARGE) : Optional.empty();
    }
}
