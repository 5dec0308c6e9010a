package org.wsproof.conformance.targets.recipes.reference;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.Mode;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.Site;
import org.wsproof.conformance.targets.Timers;

/** Proxies that come as libraries: those of the module {@code reference-proxies}, and one on Node. */
public final class ReferenceProxies {
    private static final Duration NEVER = Timers.NEVER;

    /** {@code maxRequestTime}: how long the origin may take to answer. */
    private static final Duration ANSWER = Duration.ofSeconds(30);

    /** Node's default {@code headersTimeout}. */
    private static final Duration NODE_HEAD = Duration.ofSeconds(60);

    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Timers NONE = new Timers(NEVER, NEVER, NEVER, NEVER, NEVER);
    private static final int VERTX_MEGABYTES = 2048;
    private static final int UNDERTOW_MEGABYTES = 128;
    private static final int SPRING_MEGABYTES = 192;
    private static final String GATEWAY = "spring.cloud.gateway.server.webflux.";

    private ReferenceProxies() {}

    /**
     * A recipe for each.
     *
     * @param home the folder of wsproof's sources, where those on the JVM have been built
     */
    public static List<Recipe> all(Path home) {
        return List.of(undertow(home), spring(home), vertx(home), node(home));
    }

    /** Undertow's {@code ProxyHandler} with its {@code LoadBalancingProxyClient}. */
    private static Recipe undertow(Path home) {
        return new ReferenceProxy(
                "undertow-proxy-handler",
                new ReferenceJar(home, "undertow-proxy-handler", UNDERTOW_MEGABYTES),
                Mode.TRANSPARENT,
                timers(new Timers(NEVER, NEVER, ANSWER, NEVER, NEVER)),
                ReferenceProxies::undertow);
    }

    /** Spring Cloud Gateway's WebFlux server. Its WebSocket filter reads frames and writes its own. */
    private static Recipe spring(Path home) {
        return new ReferenceProxy(
                "spring-cloud-gateway",
                new ReferenceJar(home, "spring-cloud-gateway", SPRING_MEGABYTES),
                Mode.FRAMING,
                timers(NONE),
                ReferenceProxies::spring);
    }

    /** Vert.x Http Proxy. It has a timer for idle connections, and none for a head or for the origin's answer. */
    private static Recipe vertx(Path home) {
        Map<Profile, Timers> timers = timers(NONE);
        timers.put(Profile.SHORT_TIMERS, new Timers(SHORT, NEVER, NEVER, NEVER, NEVER));
        return new ReferenceProxy(
                "vertx",
                new ReferenceJar(home, "vertx-http-proxy", VERTX_MEGABYTES),
                Mode.TRANSPARENT,
                timers,
                ReferenceProxies::vertx);
    }

    /** http-proxy has no timers for a WebSocket (its {@code proxyTimeout} is for other requests); node has one for a head. */
    private static Recipe node(Path home) {
        Map<Profile, Timers> timers = timers(new Timers(NEVER, NODE_HEAD, NEVER, NEVER, NEVER));
        timers.put(Profile.SHORT_TIMERS, new Timers(NEVER, SHORT, NEVER, NEVER, NEVER));
        return new ReferenceProxy(
                "node-http-proxy",
                new NodePackage(home, "node-http-proxy", "http-proxy", "1.18.1"),
                Mode.TRANSPARENT,
                timers,
                ReferenceProxies::node);
    }

    /** The same timers for each profile but the one of short timers. */
    private static Map<Profile, Timers> timers(Timers same) {
        Map<Profile, Timers> timers = new EnumMap<>(Profile.class);
        List.of(Profile.PLAIN, Profile.TLS_FRONTSIDE, Profile.TLS_VALIDATED, Profile.TLS_UNVALIDATED)
                .forEach(profile -> timers.put(profile, same));
        return timers;
    }

    private static Map<String, String> undertow(Profile profile, int port, Site site) {
        Map<String, String> settings = common(profile, port, site);
        settings.put("max-request-time", Long.toString(ANSWER.toMillis()));
        return settings;
    }

    private static Map<String, String> vertx(Profile profile, int port, Site site) {
        Map<String, String> settings = common(profile, port, site);
        if (profile == Profile.SHORT_TIMERS) {
            settings.put("idle-timeout", Long.toString(SHORT.toMillis()));
        }
        return settings;
    }

    private static Map<String, String> node(Profile profile, int port, Site site) {
        Map<String, String> settings = common(profile, port, site);
        if (profile == Profile.SHORT_TIMERS) {
            settings.put("head-timeout", Long.toString(SHORT.toMillis()));
        }
        return settings;
    }

    /** What the programs of our own making understand. */
    private static Map<String, String> common(Profile profile, int port, Site site) {
        Map<String, String> settings = new HashMap<>();
        settings.put("port", Integer.toString(port));
        settings.put("origin", ReferenceProxy.origin(profile, site));
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
