package org.wsproof.proxy.config.policy;

/**
 * How often one client address may open a tunnel.
 *
 * @param perSecond how many opening handshakes a second in the long run; 1 to 100,000
 * @param burst how many at once after a pause; 1 to 100,000
 */
public record UpgradeRate(int perSecond, int burst) {}
