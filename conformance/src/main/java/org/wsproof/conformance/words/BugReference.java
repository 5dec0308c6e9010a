package org.wsproof.conformance.words;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A public report of a bug.
 *
 * @param name in full: {@code haproxy/haproxy#1997}, {@code CVE-2022-31813}
 * @param url where it is
 */
public record BugReference(String name, String url) {
    private static final Pattern ISSUE = Pattern.compile("([A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)?)#([0-9]+)");
    private static final Pattern CVE = Pattern.compile("CVE-[0-9]{4}-[0-9]{4,}");
    private static final Pattern ADVISORY = Pattern.compile("GHSA(-[0-9a-z]{4}){3}");
    private static final Pattern UNDERTOW = Pattern.compile("UNDERTOW-[0-9]+");

    /** Where the projects with short names live on GitHub. */
    private static final Map<String, String> PROJECTS = Map.ofEntries(
            Map.entry("aspnetcore", "dotnet/aspnetcore"),
            Map.entry("caddy", "caddyserver/caddy"),
            Map.entry("emissary", "emissary-ingress/emissary"),
            Map.entry("envoy", "envoyproxy/envoy"),
            Map.entry("envoy-gateway", "envoyproxy/gateway"),
            Map.entry("go", "golang/go"),
            Map.entry("goproxy", "elazarl/goproxy"),
            Map.entry("h2o", "h2o/h2o"),
            Map.entry("haproxy", "haproxy/haproxy"),
            Map.entry("http-proxy-middleware", "chimurai/http-proxy-middleware"),
            Map.entry("ingress-nginx", "kubernetes/ingress-nginx"),
            Map.entry("istio", "istio/istio"),
            Map.entry("kong", "Kong/kong"),
            Map.entry("kubernetes", "kubernetes/kubernetes"),
            Map.entry("libwebsockets", "warmcat/libwebsockets"),
            Map.entry("mitmproxy", "mitmproxy/mitmproxy"),
            Map.entry("nginx", "nginx/nginx"),
            Map.entry("nginx-gateway-fabric", "nginx/nginx-gateway-fabric"),
            Map.entry("node-http-proxy", "http-party/node-http-proxy"),
            Map.entry("oxy", "vulcand/oxy"),
            Map.entry("pulsar", "apache/pulsar"),
            Map.entry("sozu", "sozu-proxy/sozu"),
            Map.entry("spring-cloud-gateway", "spring-cloud/spring-cloud-gateway"),
            Map.entry("traefik", "traefik/traefik"),
            Map.entry("trafficserver", "apache/trafficserver"),
            Map.entry("varnish-cache", "varnishcache/varnish-cache"),
            Map.entry("vertx-http-proxy", "eclipse-vertx/vertx-http-proxy"),
            Map.entry("websockify", "novnc/websockify"),
            Map.entry("yarp", "dotnet/yarp"));

    /**
     * The report of this short name.
     *
     * @throws IllegalArgumentException if it is none, or of a project that is not known
     */
    public static BugReference of(String bug) {
        Matcher issue = ISSUE.matcher(bug);
        if (issue.matches()) {
            String repository = repository(issue.group(1), bug);
            return new BugReference(
                    repository + "#" + issue.group(2),
                    "https://github.com/" + repository + "/issues/" + issue.group(2));
        }
        if (CVE.matcher(bug).matches()) {
            return new BugReference(bug, "https://nvd.nist.gov/vuln/detail/" + bug);
        }
        if (ADVISORY.matcher(bug).matches()) {
            return new BugReference(bug, "https://github.com/advisories/" + bug);
        }
        if (UNDERTOW.matcher(bug).matches()) {
            return new BugReference(bug, "https://issues.redhat.com/browse/" + bug);
        }
        throw new IllegalArgumentException("'" + bug + "' is no reference to a bug");
    }

    private static String repository(String project, String bug) {
        String repository = project.contains("/") ? project : PROJECTS.getOrDefault(project, "");
        if (repository.isEmpty()) {
            throw new IllegalArgumentException("'" + bug + "' is of a project that is not known by its short name");
        }
        return repository;
    }
}
