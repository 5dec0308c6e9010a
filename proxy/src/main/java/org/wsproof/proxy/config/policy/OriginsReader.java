package org.wsproof.proxy.config.policy;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wsproof.proxy.config.UrlReader;
import org.wsproof.proxy.config.yaml.ConfigurationException;
import org.wsproof.proxy.config.yaml.Section;

/** Reads {@code allowed-origins}. */
final class OriginsReader {
    private static final String ALLOWED = "a list of origins, SCHEME://HOST or SCHEME://HOST:PORT without a path";

    /** RFC 6454 §7.1, with a port that the browser leaves out where it is the scheme's own. */
    private static final Pattern ORIGIN =
            Pattern.compile("([a-z][a-z0-9+.-]*://(?:\\[[0-9a-f:.]+]|[a-z0-9._~-]+))(?::(\\d{1,5}))?");

    private OriginsReader() {}

    static AllowedOrigins read(Section section, String key, String required) throws ConfigurationException {
        Set<String> origins = new HashSet<>();
        for (String text : section.texts(key, ALLOWED)) {
            origins.add(origin(section, key, text));
        }
        return new AllowedOrigins(origins, section.flag(required, false));
    }

    private static String origin(Section section, String key, String text) throws ConfigurationException {
        if (text.equals("null")) {
            throw section.refused(key, text, ALLOWED + "; null is the origin of anybody's sandboxed page");
        }
        if (text.equals("*")) {
            throw section.refused(key, text, ALLOWED + "; to allow any, leave the key out");
        }
        Matcher origin = ORIGIN.matcher(text.toLowerCase(Locale.ROOT));
        if (!origin.matches()) {
            throw section.refused(key, UrlReader.shown(text), ALLOWED);
        }
        String port = origin.group(2);
        boolean default443 = "443".equals(port) && origin.group(1).startsWith("https://");
        boolean default80 = "80".equals(port) && origin.group(1).startsWith("http://");
        return port == null || default443 || default80 ? origin.group(1) : origin.group(1) + ":" + port;
    }
}
