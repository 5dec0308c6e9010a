package org.wsproof.proxy.frontside;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.SameThreadExecutor;
import java.nio.ByteBuffer;
import org.wsproof.proxy.backside.Backside;
import org.wsproof.proxy.http.RequestFields;
import org.wsproof.proxy.http.RequestHead;
import org.wsproof.proxy.tunnel.Relays;
import org.wsproof.proxy.tunnel.TunnelTimers;

/** Where each request enters: it is refused, made a tunnel of, or sent on as plain HTTP. Nothing waits here. */
public final class RequestEntry implements HttpHandler {
    private final AdmissionCheck check;
    private final RequestFields fields;
    private final Way way;

    /**
     * Where admitted requests go.
     *
     * @param timers of the tunnels they become
     */
    public record Way(Backside backside, Relays relays, TunnelTimers timers) {}

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
            RefusalAnswer.send(exchange, refused.refusal());
        } else if (admission instanceof Admission.Tunnel) {
            ByteBuffer octets =
                    HeadOctets.of("GET " + head.originForm() + " HTTP/1.1", fields.forTunnel(head, request.arrival()));
            exchange.dispatch(SameThreadExecutor.INSTANCE, () -> new Upgrade(exchange, way).start(octets));
        }
    }
}
