package org.wsproof.proxy.tunnel;

/**
 * What holds for the tunnels of one front side handler.
 *
 * @param gateway the name of the multi-protocol gateway they belong to
 * @param observeFrames whether frame headers are followed: without it frames are not counted and no Close is ever appended
 */
public record TunnelTerms(String gateway, TunnelTimers timers, boolean observeFrames) {}
