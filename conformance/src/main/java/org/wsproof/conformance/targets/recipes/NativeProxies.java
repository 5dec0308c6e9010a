package org.wsproof.conformance.targets.recipes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.model.Step.Operation;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.Timers;

/** The proxies that are started as programs of this machine. A new one is a template beside this class, and a few lines here. */
public final class NativeProxies {
    private static final Duration NEVER = Timers.NEVER;
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Set<Profile> ALL = EnumSet.of(
            Profile.PLAIN, Profile.SHORT_TIMERS, Profile.TLS_FRONTSIDE, Profile.TLS_VALIDATED, Profile.TLS_UNVALIDATED);

    private static final Timers BRIEF = new Timers(SHORT, SHORT, SHORT, NEVER, NEVER);

    private NativeProxies() {}

    public static List<Recipe> all() {
        return List.of(nginx(), haproxy(), apache(), caddy(), lighttpd(), varnish());
    }

    private static Recipe nginx() {
        // client_header_timeout is left at its default, but with short timers.
        Duration head = Duration.ofSeconds(60);
        return new NativeRecipe(
                "nginx",
                new Program("nginx", "-v", "nginx-light"),
                Optional.of(new Image("nginx:1.22", "nginx")),
                new Template("nginx.conf"),
                List.of("-p", "{{folder}}", "-e", "stderr", "-c", "{{configuration}}"),
                nginxTimers(head),
                Map.of(Operation.DRAIN, "QUIT", Operation.RELOAD, "HUP"));
    }

    /** auth_request's timer is its location's; worker_shutdown_timeout bounds a drain. */
    private static Map<Profile, Timers> nginxTimers(Duration head) {
        Map<Profile, Timers> timers = timers(ALL, head, BRIEF);
        timers.put(Profile.GUARDED, new Timers(NEVER, head, NEVER, SHORT, NEVER));
        timers.put(Profile.DISPOSABLE, new Timers(NEVER, head, NEVER, NEVER, SHORT));
        return timers;
    }

    private static Recipe haproxy() {
        Duration head = Duration.ofSeconds(10);
        return new NativeRecipe(
                "haproxy",
                new Program("haproxy", "-v", "haproxy"),
                Optional.of(new Image("haproxy:2.6", "haproxy")),
                new Template("haproxy.cfg"),
                List.of("-db", "-f", "{{configuration}}"),
                haproxyTimers(head),
                Map.of(Operation.DRAIN, "USR1"));
    }

    /** hard-stop-after bounds a drain. A reload starts another process, which the kit would not know. */
    private static Map<Profile, Timers> haproxyTimers(Duration head) {
        Map<Profile, Timers> timers = timers(ALL, head, BRIEF);
        timers.put(Profile.DISPOSABLE, new Timers(NEVER, head, NEVER, NEVER, SHORT));
        return timers;
    }

    private static Recipe apache() {
        // The later of RequestReadTimeout's two bounds for the head.
        Duration head = Duration.ofSeconds(40);
        return new NativeRecipe(
                "apache",
                new Program("apache2", "-v", "apache2"),
                Optional.of(new Image("httpd:2.4", "httpd", Map.of("modules", "/usr/local/apache2/modules"))),
                new Template("apache.conf").with(Map.of("modules", "/usr/lib/apache2/modules")),
                List.of("-D", "FOREGROUND", "-f", "{{configuration}}"),
                timers(ALL, head, BRIEF),
                Map.of());
    }

    /** Caddy has no timer for idle tunnels, nor by default one for a request's head. */
    private static Recipe caddy() {
        return new NativeRecipe(
                "caddy",
                new Program("caddy", "version", "caddy"),
                Optional.of(new Image("caddy:2.6", "caddy")),
                new Template("caddy.Caddyfile"),
                List.of("run", "--adapter", "caddyfile", "--config", "{{configuration}}"),
                timers(ALL, NEVER, new Timers(NEVER, NEVER, SHORT, NEVER, NEVER)),
                Map.of());
    }

    /** lighttpd has no TLS to the origin, and counts in whole seconds. */
    private static Recipe lighttpd() {
        // server.max-read-idle is left at its default: it bounds the time between octets, not a head's.
        Duration head = Duration.ofSeconds(60);
        Duration read = Duration.ofSeconds(2);
        return new NativeRecipe(
                "lighttpd",
                new Program("lighttpd", "-v", "lighttpd lighttpd-mod-openssl"),
                Optional.empty(),
                new Template("lighttpd.conf"),
                List.of("-D", "-f", "{{configuration}}"),
                timers(
                        EnumSet.of(Profile.PLAIN, Profile.SHORT_TIMERS, Profile.TLS_FRONTSIDE),
                        head,
                        new Timers(read, NEVER, read, NEVER, NEVER)),
                Map.of());
    }

    /**
     * pipe_timeout counts for all of a process: hence two. Varnish has no TLS, on neither side. A pipe has no timer of its own
     * for the origin's answer.
     */
    private static Recipe varnish() {
        Duration head = Duration.ofSeconds(5);
        return new Several(List.of(
                varnish(Profile.PLAIN, new Timers(NEVER, head, NEVER, NEVER, NEVER), List.of("pipe_timeout=3600")),
                varnish(
                        Profile.SHORT_TIMERS,
                        new Timers(SHORT, SHORT, NEVER, NEVER, NEVER),
                        List.of("pipe_timeout=1", "timeout_idle=1"))));
    }

    private static NativeRecipe varnish(Profile profile, Timers timers, List<String> parameters) {
        List<String> arguments = new ArrayList<>(List.of("-F", "-j", "none", "-n", "{{folder}}/work"));
        arguments.addAll(
                List.of("-f", "{{configuration}}", "-a", profile.slug() + "={{" + profile.slug() + ".frontside}}"));
        arguments.addAll(List.of("-s", "default,16m"));
        parameters.forEach(parameter -> arguments.addAll(List.of("-p", parameter)));
        return new NativeRecipe(
                "varnish",
                new Program("varnishd", "-V", "varnish"),
                Optional.of(new Image("varnish:7.1", "varnishd")),
                new Template("varnish.vcl"),
                arguments,
                Map.of(profile, timers),
                Map.of());
    }

    /** No timers but the head's in the other profiles: no case waits for one there. */
    private static Map<Profile, Timers> timers(Set<Profile> profiles, Duration head, Timers brief) {
        Map<Profile, Timers> timers = new EnumMap<>(Profile.class);
        profiles.forEach(profile -> timers.put(profile, new Timers(NEVER, head, NEVER, NEVER, NEVER)));
        timers.put(Profile.SHORT_TIMERS, brief);
        return timers;
    }
}
