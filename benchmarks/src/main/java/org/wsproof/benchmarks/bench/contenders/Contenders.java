package org.wsproof.benchmarks.bench.contenders;

import java.util.List;
import org.wsproof.benchmarks.bench.contenders.Proxy.Found;
import org.wsproof.conformance.targets.recipes.Binary;
import org.wsproof.conformance.targets.recipes.Program;

/** All that can take part. A new one is a template beside this class, and a few lines here. */
public final class Contenders {
    /** The bundled gateway, which the others are compared with. */
    public static final String GATEWAY = "wsproof";

    /** One a leg. */
    private static final int TWO_DESCRIPTORS = 2;

    /** And a set in which a thread waits for both. */
    private static final int THREE_DESCRIPTORS = 3;

    /** The direct way, which has no threads of its own. */
    public static final String DIRECT = Direct.NAME;

    /** It has a thread for each tunnel, whatever it is asked for. */
    public static final String APACHE = "apache";

    private Contenders() {}

    /**
     * All of them, the bundled gateway first.
     *
     * @param gateway the command that runs the bundled gateway, to which its configuration is added
     * @param version its version
     */
    public static List<Contender> all(List<String> gateway, String version) {
        return List.of(
                new Proxy(
                        GATEWAY,
                        () -> new Found(gateway, version, true),
                        "gateway.yaml",
                        List.of("{{configuration}}"),
                        TWO_DESCRIPTORS,
                        "I/O threads: {{threads}}; observer, metrics and validation on; logs a line a tunnel"),
                nginx(),
                haproxy(),
                caddy(),
                lighttpd(),
                apache(),
                new Direct());
    }

    private static Contender nginx() {
        return new Proxy(
                "nginx",
                program("nginx", "-v", "nginx-light"),
                "nginx.conf",
                List.of("-p", "{{folder}}", "-e", "stderr", "-c", "{{configuration}}"),
                TWO_DESCRIPTORS,
                "workers: {{threads}}; logs a line a tunnel");
    }

    private static Contender haproxy() {
        return new Proxy(
                "haproxy",
                program("haproxy", "-v", "haproxy"),
                "haproxy.cfg",
                List.of("-db", "-f", "{{configuration}}"),
                TWO_DESCRIPTORS,
                "threads: {{threads}}; logs a line a tunnel");
    }

    private static Contender caddy() {
        return new Proxy(
                "caddy",
                program("caddy", "version", "caddy"),
                "caddy.Caddyfile",
                List.of("run", "--adapter", "caddyfile", "--config", "{{configuration}}"),
                TWO_DESCRIPTORS,
                "as many threads as Go gives it on its cores; logs a line a tunnel");
    }

    private static Contender lighttpd() {
        return new Proxy(
                "lighttpd",
                program("lighttpd", "-v", "lighttpd lighttpd-mod-openssl"),
                "lighttpd.conf",
                List.of("-D", "-f", "{{configuration}}"),
                TWO_DESCRIPTORS,
                "workers: {{threads}}; logs a line a tunnel");
    }

    private static Contender apache() {
        return new Proxy(
                APACHE,
                program("apache2", "-v", "apache2"),
                "apache.conf",
                List.of("-D", "FOREGROUND", "-f", "{{configuration}}"),
                THREE_DESCRIPTORS,
                "one process with a thread for each tunnel, all made at its start; a tunnel takes three descriptors, so it has"
                        + " {{most-tunnels}} of them at most; logs a line a tunnel");
    }

    private static Proxy.Executable program(String name, String versionArgument, String packages) {
        return () -> {
            Binary binary = new Program(name, versionArgument, packages).find();
            return new Found(List.of(binary.path().toString()), binary.version(), false);
        };
    }
}
