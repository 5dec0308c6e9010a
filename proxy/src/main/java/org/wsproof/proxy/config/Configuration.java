package org.wsproof.proxy.config;

import java.util.List;

/**
 * One configuration file, whole and checked.
 *
 * @param gateways the multi-protocol gateways in the file's order; at least one
 * @param ioThreads how many I/O threads serve all of them; 1 to 64
 */
public record Configuration(List<MultiProtocolGateway> gateways, int ioThreads) {
    public Configuration {
        gateways = List.copyOf(gateways);
    }
}
