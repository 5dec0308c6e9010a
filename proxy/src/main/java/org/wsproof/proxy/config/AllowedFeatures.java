package org.wsproof.proxy.config;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a front side handler lets in (DataPower {@code AllowedFeatures}). URLs with a fragment are never allowed, whatever
 * DataPower's bit says: a fragment is no part of a request target (RFC 9112 §3.2).
 *
 * @param methods method names, upper case, in the order an {@code Allow} field lists them
 * @param http10 whether HTTP/1.0 requests are allowed
 * @param http11 whether HTTP/1.1 requests are allowed
 * @param query whether a URL may have a query (DataPower's "URL with ?")
 */
public record AllowedFeatures(Set<String> methods, boolean http10, boolean http11, boolean query) {
    /** The methods that can be allowed, in DataPower's order. CONNECT never is: the gateway is no forward proxy. */
    public static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH");

    public AllowedFeatures {
        methods = Collections.unmodifiableSet(new LinkedHashSet<>(methods));
    }

    /** The tutorial's screenshot with GET added: DataPower's 0x061F without fragments. */
    public static AllowedFeatures tutorial() {
        return new AllowedFeatures(new LinkedHashSet<>(List.of("GET", "POST", "PUT")), true, true, true);
    }

    /** The tutorial's words taken literally: DataPower's 0x060B without fragments. */
    public static AllowedFeatures getOnly() {
        return new AllowedFeatures(Set.of("GET"), true, true, true);
    }
}
