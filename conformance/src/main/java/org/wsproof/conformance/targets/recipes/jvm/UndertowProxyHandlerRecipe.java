package org.wsproof.conformance.targets.recipes.jvm;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.Mode;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.Site;
import org.wsproof.conformance.targets.Target;
import org.wsproof.conformance.targets.Timers;

/** Undertow's {@code ProxyHandler} with its {@code LoadBalancingProxyClient}. */
public final class UndertowProxyHandlerRecipe implements Recipe {
    private static final Duration LONG = Duration.ofHours(1);

    /** {@code maxRequestTime}: how long the origin may take to answer. */
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private static final int MEGABYTES = 128;

    private static final Timers TIMERS = new Timers(LONG, LONG, ANSWER, LONG, LONG);

    private final ReferenceProxy proxy;

    /** @param home the folder of wsproof's sources, where the proxy has been built */
    public UndertowProxyHandlerRecipe(Path home) {
        this.proxy = new ReferenceProxy(
                new ReferenceJar(home, name(), MEGABYTES),
                Mode.TRANSPARENT,
                Map.of(
                        Profile.PLAIN, TIMERS,
                        Profile.TLS_FRONTSIDE, TIMERS,
                        Profile.TLS_VALIDATED, TIMERS,
                        Profile.TLS_UNVALIDATED, TIMERS));
    }

    @Override
    public String name() {
        return "undertow-proxy-handler";
    }

    @Override
    public Set<Profile> profiles() {
        return proxy.timers().keySet();
    }

    @Override
    public Target start(Site site) throws IOException {
        return proxy.start(site, this::settings);
    }

    private Map<String, String> settings(Profile profile, int port, Site site) {
        Map<String, String> settings = new HashMap<>();
        settings.put("port", Integer.toString(port));
        settings.put("origin", ReferenceProxy.origin(profile, site));
        settings.put("max-request-time", Long.toString(ANSWER.toMillis()));
        if (profile == Profile.TLS_FRONTSIDE) {
            settings.put("certificate", site.frontCertificate().toString());
            settings.put("key", site.frontKey().toString());
        } else if (profile == Profile.TLS_VALIDATED) {
            settings.put("trusted", site.trusted().toString());
        } else if (profile == Profile.TLS_UNVALIDATED) {
            settings.put("trusted", "anybody");
        }
        return settings;
    }
}
