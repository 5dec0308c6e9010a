package org.wsproof.conformance.targets;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import org.wsproof.conformance.model.Profile;

/** How to start a particular proxy, configured for each profile it can offer. */
public interface Recipe {
    String name();

    Set<Profile> profiles();

    /** Where the target expects its origin, for one that is configured already; empty if {@link #start} is told. */
    default Optional<InetSocketAddress> originAt(Profile profile) {
        return Optional.empty();
    }

    /** Where the target asks its authority, for one that is configured already; empty if {@link #start} is told. */
    default Optional<InetSocketAddress> authorityAt() {
        return Optional.empty();
    }

    /** True where the target has an echo server behind it that is not the kit's: no origin is opened then. */
    default boolean oneSided() {
        return false;
    }

    /**
     * Starts the proxy and waits until it accepts connections on each frontside. A target that can be operated
     * on is started again, beside the first, for each case that does so.
     *
     * @throws IOException if it could not be started; the message says what is missing, or what the proxy printed
     */
    Target start(Site site) throws IOException;
}
