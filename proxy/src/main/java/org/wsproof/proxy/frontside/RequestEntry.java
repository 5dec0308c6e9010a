package org.wsproof.proxy.frontside;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.protocol.http.HttpServerConnection;
import io.undertow.util.SameThreadExecutor;
import java.util.Set;
import org.wsproof.proxy.backside.Backside;
import org.wsproof.proxy.backside.RequestOctets;
import org.wsproof.proxy.backside.RequestOctets.Purpose;
import org.wsproof.proxy.frontside.screening.Passage;
import org.wsproof.proxy.frontside.screening.Screening;
import org.wsproof.proxy.http.Fields;
import org.wsproof.proxy.http.HeadOctets;
import org.wsproof.proxy.http.Refusal;
import org.wsproof.proxy.http.RequestFields;
import org.wsproof.proxy.http.RequestHead;
import org.wsproof.proxy.http.RequestListener;
import org.wsproof.proxy.policy.Asking;
import org.wsproof.proxy.policy.TunnelPlaces;
import org.wsproof.proxy.policy.Verdict;
import org.wsproof.proxy.tunnel.Relays;
import org.wsproof.proxy.tunnel.TunnelTerms;
import org.xnio.IoUtils;

/** Where each request enters: it is refused, made a tunnel of, or sent on as plain HTTP. Nothing waits here. */
public final class RequestEntry implements HttpHandler {
    /** RFC 9110 §9.2.2. */
    private static final Set<String> IDEMPOTENT = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE");

    private final AdmissionCheck check;
    private final RequestFields fields;
    private final Screening screening;
    private final Way way;

    /**
     * Where admitted requests go.
     *
     * @param terms of the tunnels they become
     * @param listener told what becomes of them
     * @param log of those that are refused
     */
    public record Way(Backside backside, Relays relays, TunnelTerms terms, RequestListener listener, RefusalLog log) {}

    public RequestEntry(AdmissionCheck check, RequestFields fields, Screening screening, Way way) {
        this.check = check;
        this.fields = fields;
        this.screening = screening;
        this.way = way;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        ReceivedRequest request = ReceivedRequest.of(exchange);
        Admission admission = check.admit(request.head());
        if (admission instanceof Admission.Refused refused) {
            RefusalAnswer.send(exchange, refused.refusal(), way);
            return;
        }
        Asking asking = new Asking(request.head(), request.arrival(), admission instanceof Admission.Tunnel);
        exchange.dispatch(SameThreadExecutor.INSTANCE, () -> screen(exchange, asking));
    }

    /** A client with content to send is not watched, since that would take the content; its question has a timeout. */
    private void screen(HttpServerExchange exchange, Asking asking) {
        ClientWatch watch = watch(exchange);
        Passage passage = screening.begin(asking, exchange.getIoThread(), verdict -> {
            watch.forget();
            decided(exchange, asking, verdict);
        });
        if (!passage.over()) {
            watch.whenGone(passage::giveUp);
            if (exchange.isRequestComplete()) {
                watch.start();
            }
        }
    }

    /** A fault here may come of another connection's event, above which nobody would answer this client. */
    private void decided(HttpServerExchange exchange, Asking asking, Verdict verdict) {
        try {
            if (verdict instanceof Verdict.Denied denied) {
                refuse(exchange, denied);
            } else if (asking.upgrade()) {
                upgrade(exchange, asking);
            } else {
                sendOn(exchange, asking);
            }
        } catch (RuntimeException | Error fault) {
            IoUtils.safeClose(exchange.getConnection());
            throw fault;
        }
    }

    /** Refuses a request that is not to enter. */
    public void refuse(HttpServerExchange exchange, Refusal refusal) {
        RefusalAnswer.send(exchange, refusal, way);
    }

    private void upgrade(HttpServerExchange exchange, Asking asking) {
        RequestOctets request =
                octets(asking.head(), fields.forTunnel(asking.head(), asking.arrival()), Purpose.UPGRADE);
        TunnelPlaces.Answer answer = screening.takePlace(asking);
        if (answer instanceof TunnelPlaces.Full full) {
            refuse(exchange, full.denied());
        } else if (answer instanceof TunnelPlaces.Place place) {
            new Upgrade(exchange, way).start(request, place);
        }
    }

    private void sendOn(HttpServerExchange exchange, Asking asking) {
        Purpose purpose = asking.head().method().equals("HEAD") ? Purpose.HEAD : Purpose.PLAIN;
        Fields cleaned = fields.forPlainHttp(asking.head(), asking.arrival());
        new PlainRequest(exchange, way).start(octets(asking.head(), cleaned, purpose));
    }

    private void refuse(HttpServerExchange exchange, Verdict.Denied denied) {
        if (exchange.isRequestComplete()) {
            watch(exchange).stop();
        }
        RefusalAnswer.send(exchange, denied, way);
    }

    private static ClientWatch watch(HttpServerExchange exchange) {
        return ClientWatch.of((HttpServerConnection) exchange.getConnection());
    }

    private static RequestOctets octets(RequestHead head, Fields cleaned, Purpose purpose) {
        boolean repeatable = purpose != Purpose.UPGRADE && IDEMPOTENT.contains(head.method()) && !head.hasBody();
        String requestLine = head.method() + " " + head.originForm() + " HTTP/1.1";
        return new RequestOctets(HeadOctets.of(requestLine, cleaned), purpose, repeatable);
    }
}
