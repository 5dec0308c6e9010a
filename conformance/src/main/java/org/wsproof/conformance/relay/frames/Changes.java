package org.wsproof.conformance.relay.frames;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.relay.fault.Faults;
import org.wsproof.conformance.relay.frames.edges.Edges;
import org.wsproof.conformance.relay.link.Outlet;

/** The faults that strike frames, each one change. */
public final class Changes {
    private final Faults faults;
    // One tunnel's: opened by the client's first frame.
    private final CountDownLatch clientSpoke = new CountDownLatch(1);
    private final Edges edges = new Edges();

    public Changes(Faults faults) {
        this.faults = faults;
    }

    /** An outlet that changes frames as the faults have it; the very outlet given if none does. */
    public Outlet before(Outlet next, boolean fromClient, Controls controls) {
        List<Change> changes = faults.present().stream()
                .flatMap(fault -> change(fault, fromClient).stream())
                .toList();
        return changes.isEmpty() ? next : new FrameOutlet(next, changes, controls);
    }

    private Optional<Change> change(Fault fault, boolean fromClient) {
        Optional<Change> edit = FrameEdits.of(fault, fromClient);
        Optional<Change> ends = ends(fault, fromClient);
        Optional<Change> sequence = sequence(fault, fromClient);
        return edit.or(() -> ends).or(() -> sequence).or(() -> edges.of(fault, fromClient));
    }

    private Optional<Change> sequence(Fault fault, boolean fromClient) {
        return switch (fault) {
            case JOINS_FRAGMENTS -> Optional.of(new JoinsFragments());
            case MOVES_CONTROL_FRAMES -> Optional.of(new MovesControlFrames());
            case RSV_ON_EVERY_FRAGMENT -> Optional.of(new RsvOnEveryFragment());
            case SWAPS_FRAMES -> Optional.of(new SwapsFrames(fromClient ? 5_000 : 4_000));
            case WAITS_FOR_CLIENT -> Optional.of(new WaitsForClient(clientSpoke, fromClient));
            case SENDS_1006 -> fromClient ? Optional.of(new Sends1006()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Change> ends(Fault fault, boolean fromClient) {
        return switch (fault) {
            case CLOSES_ON_BAD_UTF8 -> Optional.of(new EndsOnBadUtf8(true, fromClient));
            case ENDS_ON_BAD_UTF8 -> Optional.of(new EndsOnBadUtf8(false, fromClient));
            case CAPS_FRAMES_AT_64K -> endsAt(frame -> frame.length() > 65_535 || frame.length() < 0);
            case ENDS_ON_RESERVED_OPCODE -> endsAt(Changes::reserved);
            case CLOSES_ON_RESERVED_OPCODE ->
                Optional.of((frame, controls) ->
                        reserved(frame) ? FrameEdits.closeBoth(1002, fromClient, controls) : List.of(frame));
            case ENDS_AFTER_CLOSE ->
                Optional.of((frame, controls) -> {
                    if (frame.opcode() == TunnelFrame.CLOSE) {
                        controls.endAfter(Duration.ofSeconds(1));
                    }
                    return List.of(frame);
                });
            default -> Optional.empty();
        };
    }

    private static boolean reserved(TunnelFrame frame) {
        return (frame.opcode() > 2 && frame.opcode() < TunnelFrame.CLOSE) || frame.opcode() > TunnelFrame.PONG;
    }

    private static Optional<Change> endsAt(Predicate<TunnelFrame> when) {
        return Optional.of((frame, controls) -> {
            if (!when.test(frame)) {
                return List.of(frame);
            }
            controls.endAfter(Duration.ZERO);
            return List.of();
        });
    }
}
