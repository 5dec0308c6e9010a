package org.wsproof.conformance.relay.frames.edges;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.relay.frames.Change;
import org.wsproof.conformance.relay.frames.Controls;
import org.wsproof.conformance.relay.frames.TunnelFrame;

/** The faults of this package as changes. One instance a tunnel: both its directions share what was seen. */
public final class Edges {
    /** What RFC 6455 §7.1.1 has a server do by itself: time enough for the Close to be read, none for a reply. */
    private static final Duration AT_ONCE = Duration.ofMillis(20);

    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicBoolean pinged = new AtomicBoolean();

    /** What the fault makes of the frames of one direction; empty where it is none of this package's. */
    public Optional<Change> of(Fault fault, boolean fromClient) {
        Optional<Change> form = ofForm(fault, fromClient);
        return form.isPresent() ? form : ofClosing(fault, fromClient);
    }

    private static Optional<Change> ofForm(Fault fault, boolean fromClient) {
        return switch (fault) {
            case ENDS_ON_UNMASKED_CLIENT_FRAME -> endsAt(frame -> fromClient && !frame.masked());
            case ENDS_ON_MASKED_ORIGIN_FRAME -> endsAt(frame -> !fromClient && frame.masked());
            case ENDS_ON_FRAGMENTED_CONTROL_FRAME -> endsAt(frame -> frame.control() && !frame.fin());
            case ENDS_ON_FRAGMENTS_OUT_OF_SEQUENCE -> endsAt(new FragmentOrder()::broken);
            case ENDS_ON_GIANT_FRAME -> endsAt(frame -> frame.length() < 0 || frame.length() > Integer.MAX_VALUE);
            case SHORTENS_LENGTHS -> edit(frame -> true, TunnelFrame::shortened);
            default -> Optional.empty();
        };
    }

    private Optional<Change> ofClosing(Fault fault, boolean fromClient) {
        return switch (fault) {
            case REPLACES_LATER_CODES -> edit(CloseBody::definedLater, frame -> CloseBody.with(frame, 1000));
            case CLOSES_ON_INVALID_CODE -> Optional.of((frame, controls) -> checked(frame, fromClient, controls));
            case EMPTIES_SHORT_CLOSE -> edit(CloseBody::tooShort, frame -> frame.withPlain(""));
            case REPAIRS_REASON -> edit(CloseBody::reasonBroken, CloseBody::repaired);
            case RELAYS_ONE_CLOSE -> drop(frame -> frame.opcode() == TunnelFrame.CLOSE && closed.getAndSet(true));
            case DROPS_FRAMES_AFTER_CLOSE -> drop(new AfterClose()::stands);
            case ENDS_AT_CLOSE -> Optional.of(Edges::endsBehindClose);
            case SENDS_1011 -> fromClient ? Optional.empty() : Optional.of(new Sends1011());
            case DROPS_UNASKED_PONGS -> drop(this::unasked);
            default -> Optional.empty();
        };
    }

    private boolean unasked(TunnelFrame frame) {
        if (frame.opcode() == TunnelFrame.PING) {
            pinged.set(true);
        }
        return frame.opcode() == TunnelFrame.PONG && !pinged.get();
    }

    private static List<TunnelFrame> endsBehindClose(TunnelFrame frame, Controls controls) {
        if (frame.opcode() == TunnelFrame.CLOSE) {
            controls.endAfter(AT_ONCE);
        }
        return List.of(frame);
    }

    private static List<TunnelFrame> checked(TunnelFrame frame, boolean fromClient, Controls controls)
            throws IOException {
        if (!CloseBody.forbidden(frame)) {
            return List.of(frame);
        }
        controls.reply(TunnelFrame.close(1002, !fromClient).octets());
        controls.endAfter(AT_ONCE);
        return List.of(TunnelFrame.close(1002, fromClient));
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

    private static Optional<Change> drop(Predicate<TunnelFrame> which) {
        return Optional.of((frame, controls) -> which.test(frame) ? List.of() : List.of(frame));
    }

    private static Optional<Change> edit(Predicate<TunnelFrame> which, UnaryOperator<TunnelFrame> how) {
        return Optional.of((frame, controls) -> List.of(which.test(frame) ? how.apply(frame) : frame));
    }
}
