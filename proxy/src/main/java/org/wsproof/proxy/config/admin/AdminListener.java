package org.wsproof.proxy.config.admin;

/**
 * Where health, metrics and open tunnels are served. Nothing asks who reads them, so the default is this machine only.
 *
 * @param address a literal IP address or a name to listen on; default 127.0.0.1
 * @param port 1 to 65535, default 9990; 0, a free port of the system's choice, can be made in code only
 */
public record AdminListener(String address, int port) {}
