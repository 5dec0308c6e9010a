package org.wsproof.proxy.frontside;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.SameThreadExecutor;
import java.util.Set;
import org.wsproof.proxy.backside.Backside;
import org.wsproof.proxy.backside.RequestOctets;
import org.wsproof.proxy.backside.RequestOctets.Purpose;
import org.wsproof.proxy.http.Fields;
import org.wsproof.proxy.http.HeadOctets;
import org.wsproof.proxy.http.Refusal;
import org.wsproof.proxy.http.RequestFields;
import org.wsproof.proxy.http.RequestHead;
import org.wsproof.proxy.http.RequestListener;
import org.wsproof.proxy.tunnel.Relays;
import org.wsproof.proxy.tunnel.TunnelTerms;

/** Where each request enters: it is refused, made a tunnel of, or sent on as plain HTTP. Nothing waits here. */
public final class RequestEntry implements HttpHandler {
    /** RFC 9110 §9.2.2. */
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE");

    private final AdmissionCheck check;
    private final RequestFields fields;
    private final Way way;

    /**
     * Where admitted requests go.
     *
     * @param terms of the tunnels they become
     * @param listener told what becomes of them
     */
    public record Way(Backside backside, Relays relays, TunnelTerms terms, RequestListener listener) {}

    public RequestEntry(AdmissionCheck check, RequestFields fields, Way way) {
        this.check = check;
        this.fields = fields;
        this.way = way;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        ReceivedRequest request = ReceivedRequest.of(exchange);
        RequestHead head = request.head();
        Admission admission = check.admit(head);
        if (admission instanceof Admission.Refused refused) {
            RefusalAnswer.send(exchange, refused.refusal(), way);
        } else if (admission instanceof Admission.Tunnel) {
            RequestOctets octets = octets(head, fields.forTunnel(head, request.arrival()), Purpose.UPGRADE);
            exchange.dispatch(SameThreadExecutor.INSTANCE, () -> new Upgrade(exchange, way).start(octets));
        } else {
            Purpose purpose = head.method().equals("HEAD") ? Purpose.HEAD : Purpose.PLAIN;
            RequestOctets octets = octets(head, fields.forPlainHttp(head, request.arrival()), purpose);
            exchange.dispatch(SameThreadExecutor.INSTANCE, () -> new PlainRequest(exchange, way).start(octets));
        }
    }

    /** Refuses a request that is not to enter. */
    public void refuse(HttpServerExchange exchange, Refusal refusal) {
        RefusalAnswer.send(exchange, refusal, way);
    }

    private static RequestOctets octets(RequestHead head, Fields cleaned, Purpose purpose) {
        boolean repeatable = purpose != Purpose.UPGRADE && IDEMPOTENT.contains(head.method()) && !head.hasBody();
        String requestLine = head.method() + " " + head.originForm() + " HTTP/1.1";
        return new RequestOctets(HeadOctets.of(requestLine, cleaned), purpose, repeatable);
    }
}
