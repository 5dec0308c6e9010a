package org.wsproof.proxy.config;

import java.util.List;
import java.util.Optional;
import org.wsproof.proxy.config.admin.AdminListener;

/**
 * One configuration file, whole and checked.
 *
 * @param gateways the multi-protocol gateways in the file's order; at least one
 * @param ioThreads how many I/O threads serve all of them; 1 to 64
 * @param admin where they can be seen from outside, if anywhere
 */
public record Configuration(List<MultiProtocolGateway> gateways, int ioThreads, Optional<AdminListener> admin) {
    public Configuration {
        gateways = List.copyOf(gateways);
    }

    /** A configuration without an admin listener. */
    public Configuration(List<MultiProtocolGateway> gateways, int ioThreads) {
        this(gateways, ioThreads, Optional.empty());
    }
}
