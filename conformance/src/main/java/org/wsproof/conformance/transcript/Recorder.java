package org.wsproof.conformance.transcript;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.wsproof.conformance.frames.Frame;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.model.Endpoint;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.wire.Head;

/** Collects what is seen while a case runs, and lets a script wait for it. Thread-safe. */
public final class Recorder {
    /** How often an await asks whether there is still hope. */
    private static final long POLL_MILLIS = 20;

    private final long began = System.nanoTime();
    private long recorded;
    private final Map<Endpoint, EndpointLog> logs = new LinkedHashMap<>();

    public synchronized void event(Endpoint at, Event.What what, long figure, String text) {
        log(at).add(new Event(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began), at, what, figure, text));
        recorded++;
        notifyAll();
    }

    /** A head was received: a request at the origin, a response at the client. */
    public synchronized void head(Endpoint at, Head head) {
        log(at).heads.add(head);
        event(at, head.interim() ? Event.What.INTERIM : Event.What.HEAD, head.status(), head.startLine());
    }

    /** A head was sent by the kit. */
    public synchronized void sent(Endpoint at, Head head) {
        log(at).sent.add(head);
    }

    public synchronized void fact(Endpoint at, String name, String value) {
        log(at).facts.putIfAbsent(name, value);
    }

    /** Octets of the tunnel were received. */
    public synchronized void tunnel(Endpoint at, byte[] octets, int offset, int length) {
        EndpointLog log = log(at);
        Iterable<Frame> frames = log.scanner.take(octets, offset, length);
        event(at, Event.What.TUNNEL_OCTETS, log.scanner.octets(), "");
        for (Frame frame : frames) {
            event(at, Event.What.FRAME, frame.closeCode(), FrameText.of(frame));
        }
    }

    public synchronized void ended(Endpoint at, Ending how) {
        event(at, Event.What.ENDED, 0, how.name());
    }

    public synchronized boolean has(Endpoint at) {
        return logs.containsKey(at);
    }

    public synchronized boolean seen(Endpoint at, Sign sign) {
        EndpointLog log = logs.get(at);
        return log != null && log.shows(sign);
    }

    /** Waits until something is recorded, {@code millis} at most. */
    public synchronized void waitForMore(long millis) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        long before = recorded;
        while (recorded == before && System.nanoTime() < deadline) {
            wait(millis);
        }
    }

    /**
     * Waits for a sign.
     *
     * @param nanos how long at most
     * @param hopeless asked now and then, under this recorder's lock: true once the sign can't come any more
     * @return whether it was seen
     */
    public synchronized boolean await(Endpoint at, Sign sign, long nanos, BooleanSupplier hopeless)
            throws InterruptedException {
        long deadline = System.nanoTime() + nanos;
        while (!seen(at, sign)) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0 || hopeless.getAsBoolean()) {
                return seen(at, sign);
            }
            wait(Math.min(POLL_MILLIS, left));
        }
        return true;
    }

    /** What was seen so far, as a value. */
    public synchronized Transcript transcript() {
        return new Transcript(logs.values().stream().map(EndpointLog::sighting).toList());
    }

    private EndpointLog log(Endpoint at) {
        return logs.computeIfAbsent(at, EndpointLog::new);
    }
}
