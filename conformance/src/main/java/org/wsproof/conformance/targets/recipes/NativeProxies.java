package org.wsproof.conformance.targets.recipes;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.Timers;

/** The proxies that are started as programs of this machine. A new one is a template beside this class, and a few lines here. */
public final class NativeProxies {
    private static final Duration NEVER = Timers.NEVER;
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Set<Profile> ALL = EnumSet.of(
            Profile.PLAIN, Profile.SHORT_TIMERS, Profile.TLS_FRONTSIDE, Profile.TLS_VALIDATED, Profile.TLS_UNVALIDATED);

    private NativeProxies() {}

    public static List<Recipe> all() {
        return List.of(nginx(), haproxy(), apache(), caddy(), lighttpd());
    }

    private static Recipe nginx() {
        // client_header_timeout is left at its default, but with short timers.
        Duration head = Duration.ofSeconds(60);
        return new NativeRecipe(
                "nginx",
                new Program("nginx", "-v", "nginx-light"),
                new Template("nginx.conf"),
                List.of("-p", "{{folder}}", "-e", "stderr", "-c", "{{configuration}}"),
                timers(ALL, head, SHORT, SHORT));
    }

    private static Recipe haproxy() {
        Duration head = Duration.ofSeconds(10);
        return new NativeRecipe(
                "haproxy",
                new Program("haproxy", "-v", "haproxy"),
                new Template("haproxy.cfg"),
                List.of("-db", "-f", "{{configuration}}"),
                timers(ALL, head, SHORT, SHORT));
    }

    private static Recipe apache() {
        // The later of RequestReadTimeout's two bounds for the head.
        Duration head = Duration.ofSeconds(40);
        return new NativeRecipe(
                "apache",
                new Program("apache2", "-v", "apache2"),
                new Template("apache.conf"),
                List.of("-D", "FOREGROUND", "-f", "{{configuration}}"),
                timers(ALL, head, SHORT, SHORT));
    }

    /** Caddy has no timer for idle tunnels, nor by default one for a request's head. */
    private static Recipe caddy() {
        return new NativeRecipe(
                "caddy",
                new Program("caddy", "version", "caddy"),
                new Template("caddy.Caddyfile"),
                List.of("run", "--adapter", "caddyfile", "--config", "{{configuration}}"),
                timers(ALL, NEVER, NEVER, NEVER));
    }

    /** lighttpd has no TLS to the origin. */
    private static Recipe lighttpd() {
        // server.max-read-idle is left at its default: it bounds the time between octets, not a head's.
        Duration head = Duration.ofSeconds(60);
        return new NativeRecipe(
                "lighttpd",
                new Program("lighttpd", "-v", "lighttpd lighttpd-mod-openssl"),
                new Template("lighttpd.conf"),
                List.of("-D", "-f", "{{configuration}}"),
                timers(EnumSet.of(Profile.PLAIN, Profile.SHORT_TIMERS, Profile.TLS_FRONTSIDE), head, SHORT, NEVER));
    }

    /** A handshake timer of a second with short timers; none in the other profiles, in which no case waits for one. */
    private static Map<Profile, Timers> timers(
            Set<Profile> profiles, Duration head, Duration shortIdle, Duration shortHead) {
        Map<Profile, Timers> timers = new EnumMap<>(Profile.class);
        profiles.forEach(profile -> timers.put(profile, new Timers(NEVER, head, NEVER, NEVER, NEVER)));
        timers.put(Profile.SHORT_TIMERS, new Timers(shortIdle, shortHead, SHORT, NEVER, NEVER));
        return timers;
    }
}
