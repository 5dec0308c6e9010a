package org.wsproof.proxy.backside;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.wsproof.proxy.http.Field;
import org.wsproof.proxy.http.Fields;

/**
 * The head of the origin's final answer, or of its 101.
 *
 * @param http11 true for HTTP/1.1, false for HTTP/1.0
 * @param status 101, or 200 to 599
 * @param reason the reason phrase, which may be empty
 * @param fields in the order received
 */
public record Answer(boolean http11, int status, String reason, Fields fields) {
    /** Undertow's answers, which all but a 101 become, hold no more lines of one name. */
    private static final int MOST_LINES = 127;

    boolean switches() {
        return status == 101;
    }

    /**
     * Checks whether the client can be given this answer.
     *
     * @throws AnswerException saying what there is too much of
     */
    void requireRelayable() throws AnswerException {
        if (fields.lines().size() <= MOST_LINES) {
            return;
        }
        Map<String, Integer> counts = new HashMap<>();
        for (Field field : fields.lines()) {
            if (counts.merge(field.name().toLowerCase(Locale.ROOT), 1, Integer::sum) > MOST_LINES) {
                throw new AnswerException("more than " + MOST_LINES + " lines of " + field.name());
            }
        }
    }

    /**
     * Checks a 101 against RFC 6455 §4.1 and RFC 9110 §7.8, §8.6: HTTP/1.1, the one protocol that was asked for, the upgrade
     * option, no content. Sec-WebSocket-Accept is left for the client, who alone must check it.
     *
     * @throws AnswerException saying what is wrong
     */
    void requireWebsocket() throws AnswerException {
        if (!http11) {
            throw new AnswerException("101 in HTTP/1.0");
        }
        List<String> protocols = fields.tokens("Upgrade");
        if (protocols.size() != 1 || !protocols.get(0).equals("websocket")) {
            throw new AnswerException("101 must have Upgrade: websocket, has " + protocols);
        }
        if (fields.tokens("Connection").stream().noneMatch("upgrade"::equals)) {
            throw new AnswerException("101 must have Connection: upgrade, has " + fields.tokens("Connection"));
        }
        if (!fields.values("Transfer-Encoding").isEmpty()) {
            throw new AnswerException("101 with Transfer-Encoding");
        }
        for (String length : fields.values("Content-Length")) {
            if (!length.equals("0")) {
                throw new AnswerException("101 with Content-Length: " + length);
            }
        }
    }
}
