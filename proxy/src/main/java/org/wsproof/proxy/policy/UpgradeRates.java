package org.wsproof.proxy.policy;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.wsproof.proxy.config.policy.UpgradeRate;

/**
 * Counts the opening handshakes of each client address: a bucket of tokens each, filled steadily up to the burst. Addresses
 * that have been quiet long enough to have a full bucket again are forgotten, and beyond a fixed number those that have been
 * quiet longest. Thread-safe.
 */
public final class UpgradeRates {
    private static final double SECOND = 1e9;

    private final LongSupplier clock;
    private final int mostAddresses;

    /** In the order of their last handshake, the oldest first; guarded by this object. */
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

    /** What is left, and when that was so. */
    private static final class Bucket {
        private double tokens;
        private long nanos;

        Bucket(double tokens, long nanos) {
            this.tokens = tokens;
            this.nanos = nanos;
        }

        double at(long now, UpgradeRate rate) {
            return Math.min(rate.burst(), tokens + (now - nanos) / SECOND * rate.perSecond());
        }
    }

    /**
     * @param clock in nanoseconds, such as {@link System#nanoTime}
     * @param mostAddresses how many are remembered; some 100 octets each
     */
    UpgradeRates(LongSupplier clock, int mostAddresses) {
        this.clock = clock;
        this.mostAddresses = mostAddresses;
    }

    /** Takes a token of this address: zero, or how many seconds, rounded up, until there is one. */
    public synchronized int take(String address, UpgradeRate rate) {
        long now = clock.getAsLong();
        String key = Addresses.key(address);
        Bucket bucket = buckets.get(key);
        if (bucket == null) {
            forget(now, rate);
            bucket = new Bucket(rate.burst(), now);
            buckets.put(key, bucket);
        }
        bucket.tokens = bucket.at(now, rate);
        bucket.nanos = now;
        if (bucket.tokens < 1) {
            return (int) Math.ceil((1 - bucket.tokens) / rate.perSecond());
        }
        bucket.tokens--;
        return 0;
    }

    /** How many addresses are remembered. */
    synchronized int size() {
        return buckets.size();
    }

    private void forget(long now, UpgradeRate rate) {
        Iterator<Bucket> oldest = buckets.values().iterator();
        while (oldest.hasNext()) {
            boolean full = oldest.next().at(now, rate) >= rate.burst();
            if (!full && buckets.size() < mostAddresses) {
                return;
            }
            oldest.remove();
        }
    }
}
