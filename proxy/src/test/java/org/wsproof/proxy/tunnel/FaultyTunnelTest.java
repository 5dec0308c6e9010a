package org.wsproof.proxy.tunnel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wsproof.proxy.tunnel.TunnelRig.Ends;
import org.xnio.StreamConnection;
import org.xnio.conduits.AbstractStreamSourceConduit;
import org.xnio.conduits.StreamSourceConduit;

/** A fault of the gateway's own in one tunnel: it ends that tunnel, wholly, and the others of its thread go on. */
@Timeout(30)
final class FaultyTunnelTest {
    private static final Duration IDLE = Duration.ofMillis(600);

    private TunnelRig rig;
    private final AtomicBoolean broken = new AtomicBoolean();

    @BeforeEach
    void start() throws IOException {
        rig = new TunnelRig(new TunnelTimers(IDLE, TunnelRig.LONG, TunnelRig.LONG, TunnelRig.LONG), true);
    }

    @AfterEach
    void stop() throws IOException {
        broken.set(false);
        rig.close();
    }

    /** A connection's input, sound until the test breaks it. */
    private final class Breakable extends AbstractStreamSourceConduit<StreamSourceConduit> {
        private final Supplier<Error> fault;

        Breakable(StreamSourceConduit next, Supplier<Error> fault) {
            super(next);
            this.fault = fault;
        }

        private void check() {
            if (broken.get()) {
                throw fault.get();
            }
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            check();
            return super.read(into);
        }

        @Override
        public void resumeReads() {
            check();
            super.resumeReads();
        }

        @Override
        public void suspendReads() {
            check();
            super.suspendReads();
        }
    }

    private void breakable(StreamConnection connection, Supplier<Error> fault) {
        StreamSourceConduit sound = connection.getSourceChannel().getConduit();
        connection.getSourceChannel().setConduit(new Breakable(sound, fault));
    }

    private static Error fault() {
        return new AssertionError("a fault that the test makes");
    }

    private Ends breakableClient() throws Exception {
        rig.eachClient(connection -> breakable(connection, FaultyTunnelTest::fault));
        Ends ends = opened();
        rig.eachClient(connection -> {});
        return ends;
    }

    /** One that is known to be relayed, both ways. */
    private Ends opened() throws Exception {
        Ends ends = rig.tunnel();
        rig.nextOpened();
        passes(ends);
        return ends;
    }

    private static void passes(Ends ends) throws IOException {
        ends.client().send("\u0081\u0080key!");
        assertThat(ends.origin().read(6)).endsWith("key!");
        ends.origin().send("\u0081\u0001a");
        assertThat(ends.client().read(3)).endsWith("a");
    }

    static Stream<Supplier<Error>> faults() {
        return Stream.of(
                StackOverflowError::new, () -> new OutOfMemoryError("Java heap space"), FaultyTunnelTest::fault);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void itsEndsAreClosedAndOthersGoOn(Supplier<Error> fault) throws Exception {
        Ends other = opened();
        rig.eachBackside(connection -> breakable(connection, fault));
        Ends faulty = opened();
        broken.set(true);
        faulty.origin().send("\u0081\u0001b");
        assertThat(faulty.client().seesEnd()).isTrue();
        assertThat(faulty.origin().seesEnd()).isTrue();
        assertThat(rig.nextEnded().endedBy()).isEqualTo("fault");
        passes(other);
    }

    @Test
    void aLegThatCannotStopListeningIsClosedAndTheOtherToo() throws Exception {
        Ends faulty = breakableClient();
        broken.set(true);
        faulty.client().send("\u0081\u0080key!");
        assertThat(faulty.client().seesEnd()).isTrue();
        assertThat(faulty.origin().seesEnd()).isTrue();
        assertThat(rig.nextEnded().endedBy()).isEqualTo("fault");
    }

    /** Those opened last are looked at first. */
    @Test
    void theTimersOfOthersGoOn() throws Exception {
        Ends other = opened();
        Ends faulty = breakableClient();
        broken.set(true);
        long then = System.nanoTime();
        assertThat(faulty.client().readToEnd()).isNotNull();
        assertThat(other.client().readToEnd()).startsWith("\u0088\u0002\u0003\u00e9");
        assertThat(Duration.ofNanos(System.nanoTime() - then)).isLessThan(IDLE.plusSeconds(2));
    }

    @Test
    void othersAreDrained() throws Exception {
        Ends faulty = breakableClient();
        Ends other = opened();
        broken.set(true);
        CompletableFuture<String> empty = new CompletableFuture<>();
        rig.relays().drain(() -> empty.complete(""));
        assertThat(other.client().readToEnd()).startsWith("\u0088\u0002\u0003\u00e9");
        assertThat(faulty.origin().seesEnd() || faulty.client().seesEnd()).isTrue();
        other.client().finish();
        other.origin().finish();
        assertThat(empty).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void oneThatCannotBeginIsEnded() throws Exception {
        rig.eachClient(connection -> breakable(connection, FaultyTunnelTest::fault));
        broken.set(true);
        Ends faulty = rig.tunnel();
        assertThat(faulty.client().seesEnd()).isTrue();
        assertThat(faulty.origin().seesEnd()).isTrue();
        assertThat(rig.nextEnded().endedBy()).isEqualTo("fault");
    }
}
