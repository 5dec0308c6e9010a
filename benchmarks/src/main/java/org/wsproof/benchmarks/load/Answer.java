package org.wsproof.benchmarks.load;

import java.net.ProtocolException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.wsproof.conformance.wire.Head;
import org.wsproof.conformance.wire.HeadReader;
import org.wsproof.conformance.wire.OpeningHandshake;

/** Reads the answer to one opening handshake. */
final class Answer {
    /** The key that the 101 must accept. */
    private final String key;

    /** Reads the answer's head; none once there is a 101 or another final answer. */
    private @Nullable HeadReader head = new HeadReader();

    /** The first line of an answer that is no 101; "" as long as there is none. */
    private String refusal = "";

    Answer(String key) {
        this.key = key;
    }

    /**
     * Takes what belongs to the head.
     *
     * @return whether the final answer has become complete by it
     * @throws ProtocolException on what is no answer, or a 101 for another key
     */
    boolean take(ByteBuffer in) throws ProtocolException {
        HeadReader reader = head;
        while (reader != null && head != null && in.hasRemaining()) {
            if (reader.take(in.get())) {
                answered(reader.head().orElseThrow(() -> new ProtocolException("expected a head of HTTP/1.1")));
            }
        }
        return reader != null && head == null;
    }

    private void answered(Head answer) throws ProtocolException {
        if (answer.interim()) {
            return;
        }
        head = null;
        if (answer.status() != 101) {
            refusal = answer.startLine();
            return;
        }
        String accept = answer.joined("Sec-WebSocket-Accept");
        if (!accept.equals(OpeningHandshake.accept(key))) {
            throw new ProtocolException("expected a 101 that accepts the key, found [" + accept + "]");
        }
    }

    /** Its first line, if it is no 101; "" otherwise, and as long as there is none. */
    String refusal() {
        return refusal;
    }
}
