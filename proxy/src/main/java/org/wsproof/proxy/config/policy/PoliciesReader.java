package org.wsproof.proxy.config.policy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wsproof.proxy.config.ProfileReader;
import org.wsproof.proxy.config.UrlReader;
import org.wsproof.proxy.config.policy.AuthorizationUrl.RefusalStatus;
import org.wsproof.proxy.config.yaml.ConfigurationException;
import org.wsproof.proxy.config.yaml.Section;

/** Reads the policies of a multi-protocol gateway. */
public final class PoliciesReader {
    private static final List<String> KEYS = List.of("authorization-url");
    private static final String ALLOWED_URL = "http://HOST:PORT/PATH or https://HOST:PORT/PATH";

    /** Path and query in visible ASCII; a fragment is never sent (RFC 9110 §7.1). */
    private static final Pattern TARGET = Pattern.compile("(/[!-~&&[^#?]]*)?(\\?[!-~&&[^#]]*)?");

    private static final Duration AUTHORITY_TIMEOUT = Duration.ofSeconds(10);

    private final Section section;

    private PoliciesReader(Section section) {
        this.section = section;
    }

    /**
     * The policies under {@code key}, or none where it is missing.
     *
     * @throws ConfigurationException on the first mistake
     */
    public static Policies read(Section parent, String key) throws ConfigurationException {
        return parent.has(key) ? new PoliciesReader(parent.section(key, KEYS)).policies() : Policies.none();
    }

    private Policies policies() throws ConfigurationException {
        return new Policies(authorizationUrl());
    }

    private Optional<AuthorizationUrl> authorizationUrl() throws ConfigurationException {
        String key = "authorization-url";
        if (!section.has(key)) {
            return Optional.empty();
        }
        Section authority = section.section(key, List.of("url", "timeout", "refusal-status", "ssl-client-profile"));
        UrlReader.Url url = new UrlReader(authority, "url", ALLOWED_URL, "the question is a plain request").read();
        if (!TARGET.matcher(url.rest()).matches()) {
            throw authority.refused("url", url.text(), ALLOWED_URL + ", no fragment, escaped where it is no ASCII");
        }
        return Optional.of(new AuthorizationUrl(
                url.place(),
                url.rest().startsWith("/") ? url.rest() : "/" + url.rest(),
                authority.duration("timeout", new Section.Times(Section.DAY, ""), AUTHORITY_TIMEOUT),
                authority.choice(
                        "refusal-status",
                        Map.of("propagate", RefusalStatus.PROPAGATE, "500", RefusalStatus.ALWAYS_500),
                        RefusalStatus.PROPAGATE),
                ProfileReader.read(authority, "ssl-client-profile")));
    }
}
