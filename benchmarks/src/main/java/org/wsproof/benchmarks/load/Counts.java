package org.wsproof.benchmarks.load;

import java.util.concurrent.atomic.AtomicLong;

/** Whole messages and their payload, counted by one thread; read by any, at the cost of a plain read. */
public final class Counts {
    private final AtomicLong sentMessages = new AtomicLong();
    private final AtomicLong sentOctets = new AtomicLong();
    private final AtomicLong receivedMessages = new AtomicLong();
    private final AtomicLong receivedOctets = new AtomicLong();
    private final AtomicLong opened = new AtomicLong();
    private final AtomicLong ended = new AtomicLong();

    /**
     * What has been counted.
     *
     * @param opened opening handshakes that ended in a 101
     * @param ended connections that have ended, with or without a 101
     * @param sentOctets of the payload of messages that were given to the kernel whole
     * @param receivedOctets of the payload of messages that came whole; a client's are verified
     */
    public record Snapshot(
            long opened, long ended, long sentMessages, long sentOctets, long receivedMessages, long receivedOctets) {}

    /** What has been counted so far; exact when nothing is under way. */
    public Snapshot now() {
        return new Snapshot(
                opened.get(),
                ended.get(),
                sentMessages.get(),
                sentOctets.get(),
                receivedMessages.get(),
                receivedOctets.get());
    }

    private static void add(AtomicLong count, long more) {
        count.lazySet(count.getPlain() + more);
    }

    /** An opening handshake has ended in a 101. */
    public void opened() {
        add(opened, 1);
    }

    /** A connection has ended. */
    public void ended() {
        add(ended, 1);
    }

    /** A message has been sent whole. */
    public void sent(long octets) {
        add(sentMessages, 1);
        add(sentOctets, octets);
    }

    /** A message has come whole. */
    public void received(long octets) {
        add(receivedMessages, 1);
        add(receivedOctets, octets);
    }
}
