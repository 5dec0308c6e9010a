package org.wsproof.conformance.targets.recipes.containers;

import java.util.Map;
import java.util.Optional;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.Declaration;
import org.wsproof.conformance.targets.Offer;
import org.wsproof.conformance.targets.Operations;
import org.wsproof.conformance.targets.Target;

/** A target that is a container. */
record ContainerTarget(
        Declaration declaration, Map<Profile, Offer> offers, ProxyContainer container, Optional<Operations> operations)
        implements Target {
    @Override
    public boolean alive() {
        return container.alive();
    }

    @Override
    public String lastWords() {
        return container.lastWords();
    }

    @Override
    public void close() {
        container.close();
    }
}
