package org.wsproof.conformance.targets.recipes;

import java.util.Map;
import java.util.Optional;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.Declaration;
import org.wsproof.conformance.targets.Offer;
import org.wsproof.conformance.targets.Operations;
import org.wsproof.conformance.targets.Target;

/** A target that is a child process. */
public record ProcessTarget(
        Declaration declaration, Map<Profile, Offer> offers, ProxyProcess process, Optional<Operations> operations)
        implements Target {
    /** One that nobody operates on. */
    public ProcessTarget(Declaration declaration, Map<Profile, Offer> offers, ProxyProcess process) {
        this(declaration, offers, process, Optional.empty());
    }

    /** The same, with somebody who operates on it. */
    ProcessTarget operated(Operations by) {
        return new ProcessTarget(declaration, offers, process, Optional.of(by));
    }

    @Override
    public boolean alive() {
        return process.alive();
    }

    @Override
    public String lastWords() {
        return process.lastWords();
    }

    @Override
    public void close() {
        process.close();
    }
}
