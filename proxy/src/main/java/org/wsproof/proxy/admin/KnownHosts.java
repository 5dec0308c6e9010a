package org.wsproof.proxy.admin;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which hosts a request may name. A web page elsewhere can let its own name point to this machine, and its browser then takes
 * what is read here for the page's own (DNS rebinding); but the request names the page's host.
 */
final class KnownHosts {
    private static final Pattern PORT = Pattern.compile(":\\d{0,5}$");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    private final boolean any;
    private final String configured;

    /**
     * @param bound what is listened on: beyond loopback a machine has more names than it knows, and all are taken
     * @param configured the same as the configuration calls it
     */
    KnownHosts(InetAddress bound, String configured) {
        this.any = !bound.isLoopbackAddress();
        this.configured = configured.toLowerCase(Locale.ROOT);
    }

    /** Whether all values of Host are known. There may be none, as no browser sends that. */
    boolean know(List<String> hosts) {
        return any || hosts.stream().allMatch(this::known);
    }

    private boolean known(String host) {
        String name = PORT.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("");
        return LOOPBACK.matcher(name).matches() || name.equals(configured);
    }
}
