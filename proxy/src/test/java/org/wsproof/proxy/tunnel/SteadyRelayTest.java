package org.wsproof.proxy.tunnel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wsproof.proxy.Peer;

/** What the I/O thread allocates for a message that is relayed: counted by the virtual machine, in octets. */
@Timeout(60)
final class SteadyRelayTest {
    private static final int PAYLOAD = 64;
    private static final int WARM = 5_000;
    private static final int MEASURED = 20_000;

    /**
     * XNIO's own loop allocates an iterator over its timers, and at times an empty array, whenever it has selected: 32 and
     * 16 octets. The least object more would be another 16.
     */
    private static final long LOOP = 32 + 16;

    private static final long LESS_THAN_AN_OBJECT = 8;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private TunnelRig rig;

    @BeforeEach
    void start() throws Exception {
        TunnelTimers timers = new TunnelTimers(TunnelRig.LONG, TunnelRig.LONG, TunnelRig.LONG, TunnelRig.LONG);
        rig = new TunnelRig(timers, true);
    }

    @AfterEach
    void stop() throws Exception {
        rig.close();
    }

    @Test
    void aMessageAllocatesNothingOfItsOwnEitherWay() throws Exception {
        TunnelRig.Ends ends = rig.tunnel();
        exchange(ends, WARM);
        long before = allocated();
        exchange(ends, MEASURED);
        long octets = (allocated() - before) / (2 * MEASURED);
        assertThat(octets).isLessThan(LOOP + LESS_THAN_AN_OBJECT);
    }

    /** One message at a time each way, so that there is a selection for each. */
    private static void exchange(TunnelRig.Ends ends, int times) throws IOException {
        byte[] masked = frame(0x80 | PAYLOAD, Integer.BYTES + PAYLOAD);
        byte[] unmasked = frame(PAYLOAD, PAYLOAD);
        for (int i = 0; i < times; i++) {
            pass(masked, ends.client(), ends.origin());
            pass(unmasked, ends.origin(), ends.client());
        }
    }

    /** A binary message in one frame. */
    private static byte[] frame(int length, int rest) {
        byte[] frame = new byte[2 + rest];
        frame[0] = (byte) 0x82;
        frame[1] = (byte) length;
        return frame;
    }

    private static void pass(byte[] message, Peer from, Peer to) throws IOException {
        from.send(message);
        to.readBytes(message.length);
    }

    private long allocated() {
        long sum = 0;
        for (Thread each : Thread.getAllStackTraces().keySet()) {
            if (each.getName().startsWith("wsproof I/O")) {
                sum += threads.getThreadAllocatedBytes(each.getId());
            }
        }
        return sum;
    }
}
