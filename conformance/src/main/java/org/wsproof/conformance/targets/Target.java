package org.wsproof.conformance.targets;

import java.util.Map;
import java.util.Optional;
import org.wsproof.conformance.model.Profile;

/** A running proxy under test. */
public interface Target extends AutoCloseable {
    Declaration declaration();

    /** The profiles it offers, and where; a profile that is not here is not tested. */
    Map<Profile, Offer> offers();

    /** Whom clients trust on a TLS frontside; empty for the kit's own authority, which then issued its certificate. */
    default Optional<Trust> trust() {
        return Optional.empty();
    }

    /** What whoever runs it can ask of it; empty where the kit has no hand on it. */
    default Optional<Operations> operations() {
        return Optional.empty();
    }

    /** False once the target is known to have ended; a target that the kit did not start is taken to be alive. */
    boolean alive();

    /** What the target printed last, for a person to read when it did not start or has died; "" if nothing. */
    String lastWords();

    /** Stops what was started. Waits until it has ended; bounded. */
    @Override
    void close();
}
