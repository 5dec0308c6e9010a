package org.wsproof.conformance.targets.recipes;

import java.util.Map;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.Declaration;
import org.wsproof.conformance.targets.Offer;
import org.wsproof.conformance.targets.Target;

/** A target that is a child process. */
public record ProcessTarget(Declaration declaration, Map<Profile, Offer> offers, ProxyProcess process)
        implements Target {
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
