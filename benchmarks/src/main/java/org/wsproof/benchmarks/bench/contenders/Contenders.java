package org.wsproof.benchmarks.bench.contenders;

import java.util.List;
import org.wsproof.benchmarks.bench.contenders.Proxy.Found;
import org.wsproof.conformance.targets.recipes.Binary;
import org.wsproof.conformance.targets.recipes.Program;

/** All that can take part. A new one is a template beside this class, and a few lines here. */
public final class Contenders {
    /** The bundled gateway, which the others are compared with. */
    public static final String GATEWAY = "wsproof";

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
                        () -> new Found(gateway, version),
                        "gateway.yaml",
                        List.of("{{configuration}}"),
                        "one I/O thread; observer, metrics and validation on; logs a line a tunnel"),
                nginx(),
                haproxy(),
                caddy(),
                lighttpd(),
                new Direct());
    }

    private static Contender nginx() {
        return new Proxy(
                "nginx",
                program("nginx", "-v", "nginx-light"),
                "nginx.conf",
                List.of("-p", "{{folder}}", "-e", "stderr", "-c", "{{configuration}}"),
                "one worker; logs a line a tunnel");
    }

    private static Contender haproxy() {
        return new Proxy(
                "haproxy",
                program("haproxy", "-v", "haproxy"),
                "haproxy.cfg",
                List.of("-db", "-f", "{{configuration}}"),
                "one thread; logs a line a tunnel");
    }

    private static Contender caddy() {
        return new Proxy(
                "caddy",
                program("caddy", "version", "caddy"),
                "caddy.Caddyfile",
                List.of("run", "--adapter", "caddyfile", "--config", "{{configuration}}"),
                "as many threads as Go gives it on its core; logs a line a tunnel");
    }

    private static Contender lighttpd() {
        return new Proxy(
                "lighttpd",
                program("lighttpd", "-v", "lighttpd lighttpd-mod-openssl"),
                "lighttpd.conf",
                List.of("-D", "-f", "{{configuration}}"),
                "one process; logs a line a tunnel");
    }

    private static Proxy.Executable program(String name, String versionArgument, String packages) {
        return () -> {
            Binary binary = new Program(name, versionArgument, packages).find();
            return new Found(List.of(binary.path().toString()), binary.version());
        };
    }
}
