package org.wsproof.proxy.config;

import java.util.regex.Pattern;

/**
 * Scheme, host and port of the backside. There is no path: the client's own path and query are sent on (DataPower
 * {@code PropagateURI} on).
 *
 * @param tls true for {@code https}
 * @param host a name, an IPv4 address, or an IPv6 address without its brackets
 * @param port 1 to 65535; the scheme's own where the URL has none
 */
public record BacksideUrl(boolean tls, String host, int port) {
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

    /** Whether the host is an address, which nobody needs to resolve: a name cannot have a colon. */
    public boolean isAddress() {
        return host.indexOf(':') >= 0 || IPV4.matcher(host).matches();
    }

    /** The value of a Host field for this backside: brackets around IPv6, no default port (RFC 9110 §7.2, §4.2.3). */
    public String authority() {
        String bracketed = host.indexOf(':') < 0 ? host : "[" + host + "]";
        return port == (tls ? 443 : 80) ? bracketed : bracketed + ":" + port;
    }

    @Override
    public String toString() {
        return (tls ? "https://" : "http://") + authority();
    }
}
