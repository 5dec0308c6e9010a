package org.wsproof.conformance.targets.recipes.jvm;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.Mode;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.Site;
import org.wsproof.conformance.targets.Timers;

/** The proxies of the module {@code reference-proxies}. */
public final class ReferenceProxies {
    private static final Duration NEVER = Timers.NEVER;

    /** {@code maxRequestTime}: how long the origin may take to answer. */
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private static final int UNDERTOW_MEGABYTES = 128;
    private static final int SPRING_MEGABYTES = 192;
    private static final String GATEWAY = "spring.cloud.gateway.server.webflux.";

    private ReferenceProxies() {}

    /**
     * A recipe for each.
     *
     * @param home the folder of wsproof's sources, where they have been built
     */
    public static List<Recipe> all(Path home) {
        return List.of(undertow(home), spring(home));
    }

    /** Undertow's {@code ProxyHandler} with its {@code LoadBalancingProxyClient}. */
    private static Recipe undertow(Path home) {
        return new ReferenceProxy(
                new ReferenceJar(home, "undertow-proxy-handler", UNDERTOW_MEGABYTES),
                Mode.TRANSPARENT,
                new Timers(NEVER, NEVER, ANSWER, NEVER, NEVER),
                ReferenceProxies::undertow);
    }

    /** Spring Cloud Gateway's WebFlux server. Its WebSocket filter reads frames and writes its own. */
    private static Recipe spring(Path home) {
        return new ReferenceProxy(
                new ReferenceJar(home, "spring-cloud-gateway", SPRING_MEGABYTES),
                Mode.FRAMING,
                new Timers(NEVER, NEVER, NEVER, NEVER, NEVER),
                ReferenceProxies::spring);
    }

    private static Map<String, String> undertow(Profile profile, int port, Site site) {
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

    /** One route for everything; the filter makes ws of http, and wss of https, when a request asks for a WebSocket. */
    private static Map<String, String> spring(Profile profile, int port, Site site) {
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
