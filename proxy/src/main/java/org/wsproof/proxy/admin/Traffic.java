package org.wsproof.proxy.admin;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wsproof.proxy.tunnel.TunnelReport;
import org.wsproof.proxy.tunnel.TunnelReport.Flow;

/**
 * What has passed through all tunnels, by gateway, from what is told of each at its end, and of those open when somebody
 * looks. No sum ever goes down, and none counts an octet twice.
 *
 * <p>An end may be told before an older look at the same tunnel: such looks are told from others by {@link #lookBegins}.
 */
final class Traffic {
    private static final Flow NOTHING = new Flow(0, 0, 0);
    private static final Both NONE = new Both(NOTHING, NOTHING);

    private final Map<String, Both> sums = new HashMap<>();

    /** What is in the sums of tunnels that have not ended, by their id. */
    private final Map<Long, Both> counted = new HashMap<>();

    /** The tunnels that have ended since the look that is under way began. */
    private final Set<Long> endedMeanwhile = new HashSet<>();

    private boolean looking;

    /** Both directions. */
    record Both(Flow fromClient, Flow fromOrigin) {
        private Both plus(Both other) {
            return new Both(sum(fromClient, other.fromClient, 1), sum(fromOrigin, other.fromOrigin, 1));
        }

        private Both minus(Both other) {
            return new Both(sum(fromClient, other.fromClient, -1), sum(fromOrigin, other.fromOrigin, -1));
        }

        private static Flow sum(Flow one, Flow other, int sign) {
            return new Flow(
                    one.octets() + sign * other.octets(),
                    one.frames() + sign * other.frames(),
                    one.messages() + sign * other.messages());
        }
    }

    /** What is known to have passed through the gateway's tunnels. */
    synchronized Both of(String gateway) {
        return sums.getOrDefault(gateway, NONE);
    }

    /** From here on, until {@link #looked}, reports of open tunnels are collected; one look at a time. */
    synchronized void lookBegins() {
        endedMeanwhile.clear();
        looking = true;
    }

    /** What the look has found. */
    synchronized void looked(List<TunnelReport> open) {
        looking = false;
        for (TunnelReport report : open) {
            if (!endedMeanwhile.contains(report.id())) {
                Both now = both(report);
                Both before = counted.put(report.id(), now);
                add(report.gateway(), now.minus(before == null ? NONE : before));
            }
        }
        endedMeanwhile.clear();
    }

    synchronized void ended(TunnelReport report) {
        Both before = counted.remove(report.id());
        add(report.gateway(), both(report).minus(before == null ? NONE : before));
        if (looking) {
            endedMeanwhile.add(report.id());
        }
    }

    private void add(String gateway, Both more) {
        sums.merge(gateway, more, Both::plus);
    }

    private static Both both(TunnelReport report) {
        return new Both(report.fromClient(), report.fromOrigin());
    }
}
