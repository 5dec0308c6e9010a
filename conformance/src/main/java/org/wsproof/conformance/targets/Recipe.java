package org.wsproof.conformance.targets;

import java.io.IOException;
import java.util.Set;
import org.wsproof.conformance.model.Profile;

/** How to start a particular proxy, configured for each profile it can offer. */
public interface Recipe {
    String name();

    Set<Profile> profiles();

    /**
     * Starts the proxy and waits until it accepts connections on each frontside.
     *
     * @throws IOException if it could not be started; the message says what is missing, or what the proxy printed
     */
    Target start(Site site) throws IOException;
}
