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

/**
 * Spring Cloud Gateway's WebFlux server. Its WebSocket filter reads frames and writes its own. It has no timer for a
 * tunnel that is idle, so that no short timers are offered.
 */
public final class SpringCloudGatewayRecipe implements Recipe {
    private static final Duration LONG = Duration.ofHours(1);

    private static final Timers TIMERS = new Timers(LONG, LONG, LONG, LONG, LONG);
    private static final int MEGABYTES = 192;

    private static final String GATEWAY = "spring.cloud.gateway.server.webflux.";

    private final ReferenceProxy proxy;

    /** @param home the folder of wsproof's sources, where the proxy has been built */
    public SpringCloudGatewayRecipe(Path home) {
        this.proxy = new ReferenceProxy(
                new ReferenceJar(home, name(), MEGABYTES),
                Mode.FRAMING,
                Map.of(
                        Profile.PLAIN, TIMERS,
                        Profile.TLS_FRONTSIDE, TIMERS,
                        Profile.TLS_VALIDATED, TIMERS,
                        Profile.TLS_UNVALIDATED, TIMERS));
    }

    @Override
    public String name() {
        return "spring-cloud-gateway";
    }

    @Override
    public Set<Profile> profiles() {
        return proxy.timers().keySet();
    }

    @Override
    public Target start(Site site) throws IOException {
        return proxy.start(site, this::settings);
    }

    /** One route for everything; the filter makes ws of http, and wss of https, when a request asks for a WebSocket. */
    private Map<String, String> settings(Profile profile, int port, Site site) {
        Map<String, String> settings = new HashMap<>();
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", Integer.toString(port));
        settings.put("server.shutdown", "immediate");
        settings.put("spring.main.banner-mode", "off");
        settings.put("spring.application.name", profile.slug());
        settings.put(GATEWAY + "routes[0].id", "origin");
        settings.put(GATEWAY + "routes[0].uri", ReferenceProxy.origin(profile, site));
        settings.put(GATEWAY + "routes[0].predicates[0]", "Path=/**");
        if (profile == Profile.TLS_FRONTSIDE) {
            settings.put("server.ssl.bundle", "frontside");
            settings.put("spring.ssl.bundle.pem.frontside.keystore.certificate", "file:" + site.frontCertificate());
            settings.put("spring.ssl.bundle.pem.frontside.keystore.private-key", "file:" + site.frontKey());
        } else if (profile == Profile.TLS_VALIDATED) {
            settings.put(GATEWAY + "httpclient.ssl.trusted-x509-certificates[0]", "file:" + site.trusted());
        } else if (profile == Profile.TLS_UNVALIDATED) {
            settings.put(GATEWAY + "httpclient.ssl.use-insecure-trust-manager", "true");
        }
        return settings;
    }
}
