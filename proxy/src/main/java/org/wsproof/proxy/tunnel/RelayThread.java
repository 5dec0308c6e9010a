package org.wsproof.proxy.tunnel;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.wsproof.proxy.tunnel.legs.Closer;
import org.wsproof.proxy.tunnel.legs.Endings;
import org.wsproof.proxy.tunnel.legs.Inlet;
import org.xnio.XnioIoThread;

/**
 * What the tunnels of one I/O thread share: the buffer that octets pass through, the clock, and the sweep that looks for
 * those whose time is up. Used on that thread only.
 */
final class RelayThread {
    /** From here on a larger buffer saves little; a tunnel holds one only while its reader stalls. */
    static final int BUFFER_SIZE = 512 * 1024;

    /**
     * What is read at a time while {@link #MOST_KEPT} buffers wait for readers that stall: less is then put aside for each
     * further one, so that thousands of them do not use up the memory.
     */
    static final int SCARCE_SIZE = 16 * 1024;

    /** 32 MiB a thread. */
    static final int MOST_KEPT = 64;

    private static final int SPARE_BUFFERS = 8;

    private final XnioIoThread thread;
    private final Endings endings;
    private final OpenTunnels openTunnels;
    private final LongSupplier nextTick;
    private final List<Tunnel> tunnels = new ArrayList<>();
    private final ArrayDeque<ByteBuffer> spare = new ArrayDeque<>();
    private ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_SIZE);
    private long now = System.nanoTime();

    /** The length of the step that ends next, or ended last. */
    private long tickNanos;

    private final Inlet inlet = new Inlet();
    private final SecureRandom random = new SecureRandom();
    private boolean ticking;

    /** Buffers of full size that are put aside. */
    private int kept;

    /** @param nextTick how many nanoseconds after one look for tunnels whose time is up the next one comes; more than zero */
    RelayThread(XnioIoThread thread, Closer closer, OpenTunnels openTunnels, LongSupplier nextTick) {
        this.thread = thread;
        this.endings = new Endings(thread, closer);
        this.openTunnels = openTunnels;
        this.nextTick = nextTick;
        this.tickNanos = nextTick.getAsLong();
    }

    Inlet inlet() {
        return inlet;
    }

    /** Unpredictable (RFC 6455 §5.3). */
    int maskingKey() {
        return random.nextInt();
    }

    OpenTunnels openTunnels() {
        return openTunnels;
    }

    Endings endings() {
        return endings;
    }

    XnioIoThread thread() {
        return thread;
    }

    /** The time of the last tick, in nanoseconds: cheap, and late by up to {@link #tickNanos}. */
    long now() {
        return now;
    }

    long tickNanos() {
        return tickNanos;
    }

    /** The thread's buffer, empty; part of it while memory is scarce. */
    ByteBuffer buffer() {
        return scarce() ? buffer.clear().limit(SCARCE_SIZE) : buffer.clear();
    }

    private boolean scarce() {
        return kept >= MOST_KEPT;
    }

    /** Puts aside what is left in a buffer until {@link #release}: the thread's own without a copy unless memory is
     * scarce, any other one, known by its size, copied. */
    ByteBuffer keep(ByteBuffer left) {
        if (left.capacity() != BUFFER_SIZE || scarce()) {
            return ByteBuffer.allocate(left.remaining()).put(left).flip();
        }
        ByteBuffer next = spare.pollFirst();
        buffer = next == null ? ByteBuffer.allocateDirect(BUFFER_SIZE) : next;
        kept++;
        return left;
    }

    void release(ByteBuffer keptOne) {
        if (keptOne.capacity() != BUFFER_SIZE) {
            return;
        }
        kept--;
        if (spare.size() < SPARE_BUFFERS) {
            spare.addFirst(keptOne);
        }
    }

    /** From now on both connections are this tunnel's to close, whatever fails. */
    void open(Tunnel tunnel, Upgraded client, Upgraded origin) {
        each(tunnel, opened -> {
            add(opened);
            opened.open(client, origin);
        });
    }

    /** A fault in one tunnel is neither that of the others nor of what looks after them all. */
    private static void each(Tunnel tunnel, Consumer<Tunnel> task) {
        try {
            task.accept(tunnel);
        } catch (RuntimeException | Error fault) {
            tunnel.fault(fault);
        }
    }

    private void add(Tunnel tunnel) {
        tunnels.add(tunnel);
        if (!ticking) {
            now = System.nanoTime();
            arm();
        }
    }

    /** Drains the tunnels there are; each to come drains itself. */
    void drain() {
        for (Tunnel tunnel : tunnels) {
            each(tunnel, Tunnel::drain);
        }
    }

    /** What is known of the tunnels that are open. */
    List<TunnelReport> reports() {
        return tunnels.stream()
                .filter(tunnel -> !tunnel.ended())
                .map(tunnel -> tunnel.report(""))
                .toList();
    }

    void endAll(EndedBy by) {
        for (Tunnel tunnel : tunnels) {
            each(tunnel, open -> open.end(by));
        }
    }

    int count() {
        return tunnels.size();
    }

    private void arm() {
        tickNanos = nextTick.getAsLong();
        try {
            thread.executeAfter(this::sweep, tickNanos, TimeUnit.NANOSECONDS);
            ticking = true;
        } catch (RejectedExecutionException stopping) {
            endAll(EndedBy.SHUTDOWN);
        }
    }

    /** Whatever fails in a look, the next one comes: without it no timer of the thread's tunnels would run out any more. */
    private void sweep() {
        now = System.nanoTime();
        ticking = false;
        try {
            look();
        } finally {
            if (!tunnels.isEmpty()) {
                arm();
            }
        }
        if (tunnels.isEmpty()) {
            spare.clear();
        }
    }

    private void look() {
        Consumer<Tunnel> check = tunnel -> tunnel.check(now);
        for (int i = tunnels.size() - 1; i >= 0; i--) {
            Tunnel tunnel = tunnels.get(i);
            each(tunnel, check);
            if (tunnel.ended()) {
                Tunnel last = tunnels.remove(tunnels.size() - 1);
                if (i < tunnels.size()) {
                    tunnels.set(i, last);
                }
            }
        }
    }
}
