package org.wsproof.conformance.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.wsproof.conformance.frames.OctetSource;
import org.wsproof.conformance.model.Ending;

/** What is still to be written to a connection, and the thread's work that writes it: octets are generated as they go out. */
public final class Outbox implements Runnable {
    /** How a direction is ended, once everything before it is written. */
    interface Finisher {
        void finish(Ending how) throws IOException;
    }

    private interface Job {
        void write() throws IOException, InterruptedException;
    }

    private static final int SLICE = 16 * 1024;

    private final OutputStream out;
    private final Finisher finisher;
    private final BlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong pending = new AtomicLong();
    private volatile long progress = System.nanoTime();
    private volatile boolean closed;

    Outbox(OutputStream out, Finisher finisher) {
        this.out = out;
        this.finisher = finisher;
    }

    /**
     * Queues octets. {@code piece} of 0 writes them as they come, small values that belong together in one write; else that
     * many a write with {@code gapNanos} between.
     */
    public void send(OctetSource source, int piece, long gapNanos) {
        int step = piece > 0 ? piece : SLICE;
        add(() -> {
            while (source.hasNext() && !closed) {
                byte[] octets = gathered(source);
                for (int at = 0; at < octets.length && !closed; at += step) {
                    write(octets, at, Math.min(step, octets.length - at));
                    pause(gapNanos);
                }
            }
        });
    }

    /** A head and the frames behind it are several values, and one write: what follows a head closely is often lost. */
    private static byte[] gathered(OctetSource source) {
        ByteArrayOutputStream octets = new ByteArrayOutputStream();
        while (source.hasNext() && octets.size() < SLICE) {
            octets.writeBytes(source.next());
        }
        return octets.toByteArray();
    }

    /** Ends the direction after what is queued. */
    void finish(Ending how) {
        add(() -> finisher.finish(how));
    }

    /** Octets written to the connection so far. */
    public long written() {
        return written.get();
    }

    /** Nanoseconds since a write last went through, while there is something to write; 0 if there is nothing. */
    public long stalledNanos() {
        return pending.get() == 0 ? 0 : System.nanoTime() - progress;
    }

    void close() {
        closed = true;
        jobs.clear();
        jobs.add(() -> {});
    }

    @Override
    public void run() {
        try {
            while (!closed) {
                jobs.take().write();
                pending.decrementAndGet();
            }
        } catch (IOException e) {
            // The reader tells how the connection ended; what is queued has nowhere to go.
            close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void add(Job job) {
        if (pending.getAndIncrement() == 0) {
            progress = System.nanoTime();
        }
        jobs.add(job);
    }

    private void write(byte[] octets, int offset, int length) throws IOException {
        out.write(octets, offset, length);
        out.flush();
        written.addAndGet(length);
        progress = System.nanoTime();
    }

    private void pause(long nanos) throws InterruptedException {
        if (nanos > 0) {
            TimeUnit.NANOSECONDS.sleep(nanos);
            progress = System.nanoTime();
        }
    }
}
