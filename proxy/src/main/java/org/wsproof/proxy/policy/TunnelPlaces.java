package org.wsproof.proxy.policy;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.wsproof.proxy.config.policy.TunnelLimits;
import org.wsproof.proxy.http.Refusal;

/**
 * Counts the tunnels of a gateway, from the moment the backside is asked for one. They are counted where no limit is set,
 * too: one may be set while they are open. Thread-safe.
 */
public final class TunnelPlaces {
    private int open;
    private final Map<String, Integer> byAddress = new HashMap<>();

    /** A place, or why there is none. */
    public sealed interface Answer permits Place, Full {}

    /** There is no place. */
    public record Full(Verdict.Denied denied) implements Answer {}

    /** A place for one tunnel. */
    public final class Place implements Answer {
        private final String address;
        private final AtomicBoolean givenBack = new AtomicBoolean();

        private Place(String address) {
            this.address = address;
        }

        /** The place is free again; only the first call counts. */
        public void giveBack() {
            if (!givenBack.getAndSet(true)) {
                free(address);
            }
        }
    }

    /** Takes a place for a tunnel of this client address, which must be given back. */
    public synchronized Answer take(String address, TunnelLimits limits) {
        String key = Addresses.key(address);
        if (open >= limits.gateway()) {
            return new Full(new Verdict.Denied(
                    new Refusal.TooManyTunnels(), "the gateway has its " + limits.gateway() + " tunnels"));
        }
        if (byAddress.getOrDefault(key, 0) >= limits.byAddress()) {
            return new Full(new Verdict.Denied(
                    new Refusal.TooManyRequests(""), "the address has its " + limits.byAddress() + " tunnels"));
        }
        open++;
        byAddress.merge(key, 1, Integer::sum);
        return new Place(key);
    }

    /** How many places are taken. */
    public synchronized int open() {
        return open;
    }

    /** How many addresses have one. */
    synchronized int addresses() {
        return byAddress.size();
    }

    private synchronized void free(String key) {
        open--;
        byAddress.computeIfPresent(key, (address, count) -> count == 1 ? null : count - 1);
    }
}
