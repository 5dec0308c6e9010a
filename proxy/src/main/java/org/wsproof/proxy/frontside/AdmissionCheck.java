package org.wsproof.proxy.frontside;

import java.util.Optional;
import org.wsproof.proxy.config.AllowedFeatures;
import org.wsproof.proxy.config.HttpHandler;
import org.wsproof.proxy.http.Refusal;
import org.wsproof.proxy.http.RequestHead;

/**
 * What a front side handler lets in. The order is fixed: how large the head is, whether it is sound, whether method, version
 * and query are allowed, whether an opening handshake is a strict one. The first that fails refuses. Thread-safe.
 */
public final class AdmissionCheck {
    private final HttpHandler handler;
    private final HeadLimits limits;
    private final HeadForms forms = new HeadForms();
    private final OpeningHandshake handshake = new OpeningHandshake();

    public AdmissionCheck(HttpHandler handler) {
        this.handler = handler;
        this.limits = new HeadLimits(handler);
    }

    /** Decides on {@code head}; never waits. */
    public Admission admit(RequestHead head) {
        Optional<Refusal> refusal =
                limits.refusal(head).or(() -> forms.refusal(head)).or(() -> notAllowed(head));
        if (refusal.isPresent()) {
            return new Admission.Refused(refusal.get());
        }
        // An Upgrade in HTTP/1.0 is ignored (RFC 9110 §7.8).
        boolean upgrade = handler.allowWebsocketUpgrade() && head.isHttp11() && head.asksForWebSocket();
        return upgrade ? handshake.admit(head) : new Admission.PlainHttp();
    }

    private Optional<Refusal> notAllowed(RequestHead head) {
        AllowedFeatures allowed = handler.allowedMethodsAndVersions();
        if (!allowed.methods().contains(head.method())) {
            return Optional.of(new Refusal.MethodNotAllowed(allowed.methods()));
        }
        if (head.isHttp10() && !allowed.http10()) {
            return Optional.of(new Refusal.Http10NotAllowed());
        }
        if (head.isHttp11() && !allowed.http11()) {
            return Optional.of(new Refusal.VersionNotSupported());
        }
        if (head.target().indexOf('?') >= 0 && !allowed.query()) {
            return Optional.of(new Refusal.BadRequest("A query (URL with ?) is not allowed here."));
        }
        return Optional.empty();
    }
}
