package org.wsproof.proxy.frontside;

import java.util.Optional;
import org.wsproof.proxy.config.HttpHandler;
import org.wsproof.proxy.http.Field;
import org.wsproof.proxy.http.Refusal;
import org.wsproof.proxy.http.RequestHead;

/** How large a head may be. */
final class HeadLimits {
    /** What a field line holds besides name and value: colon, space, CR, LF. */
    private static final int PUNCTUATION = 4;

    private final HttpHandler handler;

    HeadLimits(HttpHandler handler) {
        this.handler = handler;
    }

    Optional<Refusal> refusal(RequestHead head) {
        if (head.target().length() > handler.maxUrlBytes()) {
            return Optional.of(new Refusal.UrlTooLong(handler.maxUrlBytes()));
        }
        int count = head.fields().lines().size();
        if (handler.maxHeaderCount() > 0 && count > handler.maxHeaderCount()) {
            return Optional.of(new Refusal.TooManyFields(handler.maxHeaderCount()));
        }
        long octets = 0;
        for (Field field : head.fields().lines()) {
            octets += field.name().length() + field.value().length() + PUNCTUATION;
        }
        return octets > handler.maxHeaderBytes()
                ? Optional.of(new Refusal.FieldsTooLarge(handler.maxHeaderBytes()))
                : Optional.empty();
    }
}
