package org.wsproof.proxy.config.policy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.wsproof.proxy.config.ProfileReader;
import org.wsproof.proxy.config.UrlReader;
import org.wsproof.proxy.config.policy.AuthorizationUrl.RefusalStatus;
import org.wsproof.proxy.config.yaml.ConfigurationException;
import org.wsproof.proxy.config.yaml.Section;

/** Reads {@code authorization-url}. */
final class AuthorityReader {
    private static final List<String> KEYS = List.of("url", "timeout", "refusal-status", "ssl-client-profile");
    private static final String ALLOWED = "http://HOST:PORT/PATH or https://HOST:PORT/PATH";

    /** Path and query in visible ASCII; a fragment is never sent (RFC 9110 §7.1). */
    private static final Pattern TARGET = Pattern.compile("(/[!-~&&[^#?]]*)?(\\?[!-~&&[^#]]*)?");

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private AuthorityReader() {}

    static AuthorizationUrl read(Section parent, String key) throws ConfigurationException {
        Section section = parent.section(key, KEYS);
        UrlReader.Url url = new UrlReader(section, "url", ALLOWED, "the question is a plain request").read();
        if (!TARGET.matcher(url.rest()).matches()) {
            throw section.refused(
                    "url",
                    UrlReader.shown(url.text()),
                    ALLOWED + ", in ASCII (escape the rest with %XX), without a fragment");
        }
        return new AuthorizationUrl(
                url.place(),
                url.rest().startsWith("/") ? url.rest() : "/" + url.rest(),
                section.duration("timeout", new Section.Times(Section.DAY, ""), TIMEOUT),
                section.choice(
                        "refusal-status",
                        Map.of("propagate", RefusalStatus.PROPAGATE, "500", RefusalStatus.ALWAYS_500),
                        RefusalStatus.PROPAGATE),
                ProfileReader.read(section, "ssl-client-profile"));
    }
}
