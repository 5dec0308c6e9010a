package org.wsproof.conformance.relay.http;

import java.util.List;
import org.wsproof.conformance.relay.link.Framing;
import org.wsproof.conformance.wire.Head;

/** How a final answer's body ends on the backside, and how it is to end on the frontside (RFC 9112 §6.3). */
public final class AnswerFraming {
    private AnswerFraming() {}

    /**
     * As the origin writes it.
     *
     * @throws Refused 502, if the origin says it in two ways
     */
    public static Framing of(Head answer, Request request) throws Refused {
        int status = answer.status();
        if (status < 200 || status == 204 || status == 304 || request.method().equals("HEAD")) {
            return Framing.NONE;
        }
        List<String> codings = answer.tokens("Transfer-Encoding");
        List<String> lengths = answer.values("Content-Length");
        if ((!codings.isEmpty() && !lengths.isEmpty()) || lengths.size() > 1) {
            throw Refused.staying(502, "the origin says in two ways where its body ends");
        }
        if (!codings.isEmpty()) {
            return codings.equals(List.of("chunked")) ? Framing.CHUNKED : Framing.UNTIL_END;
        }
        if (lengths.isEmpty()) {
            return Framing.UNTIL_END;
        }
        if (!lengths.get(0).matches("[0-9]{1,18}")) {
            throw Refused.staying(502, "the origin's Content-Length is no number");
        }
        return Framing.length(Long.parseLong(lengths.get(0)));
    }

    /** As the client gets it: chunks where the length is not known and the client knows them. */
    public static Framing towards(Request request, Framing origin) {
        boolean known = origin.kind() == Framing.Kind.NONE || origin.kind() == Framing.Kind.LENGTH;
        if (known) {
            return origin;
        }
        return request.old() ? Framing.UNTIL_END : Framing.CHUNKED;
    }
}
