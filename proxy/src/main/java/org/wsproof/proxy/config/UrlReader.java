package org.wsproof.proxy.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wsproof.proxy.config.yaml.ConfigurationException;
import org.wsproof.proxy.config.yaml.Section;

/** Reads a key whose value is the URL of a server that the gateway asks, in HTTP. */
public final class UrlReader {
    private static final Pattern PARTS = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*)(.*)");
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)]|([A-Za-z0-9._~-]+))(?::(\\d{1,5}))?");

    /** A scheme, and all up to the last commercial at: a password may hold anything. */
    private static final Pattern USERINFO = Pattern.compile("^([A-Za-z0-9+.-]*://)?.*@", Pattern.DOTALL);

    private final Section section;
    private final String key;
    private final String allowed;
    private final String why;

    /**
     * @param allowed what the value may be, for people
     * @param why ws and wss are refused, for people
     */
    public UrlReader(Section section, String key, String allowed, String why) {
        this.section = section;
        this.key = key;
        this.allowed = allowed;
        this.why = why;
    }

    /**
     * A URL in its parts.
     *
     * @param text as it stands in the file
     * @param rest path, query and fragment, unchecked; may be empty
     */
    public record Url(String text, BacksideUrl place, String rest) {
        /** Without a query, which may let somebody in. */
        @Override
        public String toString() {
            return place.toString();
        }
    }

    /** What a mistake shows of a URL: error messages end up in tickets, and userinfo or a query may let somebody in. */
    public static String shown(String url) {
        String bare = USERINFO.matcher(url).replaceFirst("$1...@");
        int query = bare.indexOf('?');
        return query < 0 ? bare : bare.substring(0, query) + "?...";
    }

    /**
     * The URL in its parts.
     *
     * @throws ConfigurationException if there is none, its scheme is neither http nor https, or it names no host and port
     */
    public Url read() throws ConfigurationException {
        String url = section.required(key, allowed);
        Matcher parts = PARTS.matcher(url);
        if (!parts.matches()) {
            throw section.refused(key, shown(url), allowed);
        }
        boolean tls = tls(url, parts.group(1));
        Matcher authority = AUTHORITY.matcher(parts.group(2));
        if (!authority.matches()) {
            throw section.refused(key, shown(url), allowed);
        }
        String host = authority.group(1) == null ? authority.group(2) : authority.group(1);
        int port = authority.group(3) == null ? (tls ? 443 : 80) : Integer.parseInt(authority.group(3));
        if (port < 1 || port > 65_535) {
            throw section.refused(key, shown(url), allowed + ", PORT 1 to 65535");
        }
        BacksideUrl place = new BacksideUrl(tls, host, port);
        if (!isNameOrAddress(place, authority.group(1) != null)) {
            throw section.refused(
                    key, shown(url), allowed + ", HOST a name, an IPv4 address, or an IPv6 address in brackets");
        }
        return new Url(url, place, parts.group(3));
    }

    /** All digits and dots are no name; what has a colon is never looked up, only parsed. */
    private static boolean isNameOrAddress(BacksideUrl place, boolean bracketed) {
        if (!bracketed) {
            return place.isAddress() || !place.host().matches("[0-9.]+");
        }
        try {
            return place.host().indexOf(':') >= 0
                    && InetAddress.getByName(place.host()).getHostAddress().length() > 0;
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }

    /** The tutorial's trap: a server that is asked for an upgrade is still named by http or https. */
    private boolean tls(String url, String scheme) throws ConfigurationException {
        String hint = "; " + why + ", so write ";
        return switch (scheme.toLowerCase(Locale.ROOT)) {
            case "http" -> false;
            case "https" -> true;
            case "ws" -> throw section.refused(key, shown(url), allowed + hint + "http" + shown(url.substring(2)));
            case "wss" -> throw section.refused(key, shown(url), allowed + hint + "https" + shown(url.substring(3)));
            default -> throw section.refused(key, shown(url), allowed);
        };
    }
}
