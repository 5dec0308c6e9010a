package org.wsproof.proxy.config.policy;

/**
 * How many tunnels there may be at a time.
 *
 * @param gateway of the gateway's, all together; more than zero
 * @param byAddress of one client address; more than zero
 */
public record TunnelLimits(int gateway, int byAddress) {
    /** As many as there may be. */
    public static TunnelLimits none() {
        return new TunnelLimits(Integer.MAX_VALUE, Integer.MAX_VALUE);
    }
}
