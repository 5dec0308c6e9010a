package org.wsproof.proxy.backside;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wsproof.proxy.fuzz.Cuts;
import org.wsproof.proxy.fuzz.Executions;
import org.wsproof.proxy.fuzz.Invariant;

/**
 * Answers with their content: decoded the same however they are cut and however little room there is for the content, and
 * chunks as {@link ChunksAtOnce} decodes them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class BodyFuzz {
    @RegisterExtension
    final Executions executions = new Executions();

    /**
     * @param taken octets that belong to the content and its framing
     * @param end what is said when the origin closes now
     */
    private record Decoded(String content, long taken, boolean complete, String error, String end) {}

    @FuzzTest
    void decodesTheSameHoweverTheOctetsCome(byte[] octets) {
        executions.one();
        Optional<byte[]> rest = afterHead(octets);
        if (rest.isEmpty()) {
            return;
        }
        Decoded whole = decoded(octets, Cuts.WHOLE, 2 * octets.length);
        int hash = Arrays.hashCode(octets);
        Cuts cuts = Cuts.of(hash);
        int room = 1 + Math.floorMod(hash, 7);
        Decoded other = decoded(octets, cuts, room);
        Invariant.holds(other.equals(whole), () -> cuts + ", room " + room + ": " + other + " instead of " + whole);
        Invariant.holds(!whole.complete() || whole.end().isEmpty(), () -> "complete, and yet cut short");
        Invariant.holds(whole.error().isEmpty() || !whole.end().isEmpty(), () -> "broken, and yet a good end");
        if (body(octets) instanceof ChunkedBody) {
            Optional<ChunksAtOnce> expected = ChunksAtOnce.of(rest.get());
            Invariant.holds(
                    expected.isPresent() == whole.complete(), () -> "complete " + whole + ", expected " + expected);
            expected.ifPresent(chunks -> Invariant.holds(
                    chunks.content().equals(whole.content()) && chunks.taken() == whole.taken(),
                    () -> whole + ", expected " + chunks));
        }
    }

    private static Decoded decoded(byte[] octets, Cuts cuts, int room) {
        Body body = body(octets);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        long taken = 0;
        String error = "";
        try {
            for (ByteBuffer piece : cuts.of(afterHead(octets).orElseThrow())) {
                int before = piece.remaining();
                decode(body, piece, new Sink(content, ByteBuffer.allocate(room)));
                taken += before - piece.remaining();
            }
        } catch (AnswerException broken) {
            error = String.valueOf(broken.getMessage());
        }
        String text = content.toString(StandardCharsets.ISO_8859_1);
        // Where in a broken framing the reading stops is nobody's affair: the connection ends there.
        return new Decoded(text, error.isEmpty() ? taken : -1, body.complete(), error, end(body));
    }

    private record Sink(ByteArrayOutputStream content, ByteBuffer room) {
        void drain() {
            room.flip();
            while (room.hasRemaining()) {
                content.write(room.get());
            }
            room.clear();
        }
    }

    private static void decode(Body body, ByteBuffer piece, Sink sink) throws AnswerException {
        boolean moved = true;
        try {
            while (moved && piece.hasRemaining() && !body.complete()) {
                int before = piece.remaining();
                body.decode(piece, sink.room());
                moved = piece.remaining() < before;
                sink.drain();
            }
        } finally {
            sink.drain();
        }
        Invariant.holds(body.complete() || !piece.hasRemaining(), () -> "no progress");
    }

    private static String end(Body body) {
        try {
            body.end();
            Invariant.holds(body.complete(), () -> "ended, and not complete");
            return "";
        } catch (AnswerException early) {
            return String.valueOf(early.getMessage());
        }
    }

    /** What follows the head; empty if there is no head, or no telling where the content ends. */
    private static Optional<byte[]> afterHead(byte[] octets) {
        try {
            ByteBuffer in = ByteBuffer.wrap(octets);
            Optional<Answer> answer = new AnswerParser(2000, 20).feed(in);
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            Body.of(answer.get(), false);
            return Optional.of(Arrays.copyOfRange(octets, in.position(), octets.length));
        } catch (AnswerException refused) {
            return Optional.empty();
        }
    }

    private static Body body(byte[] octets) {
        try {
            Answer answer =
                    new AnswerParser(2000, 20).feed(ByteBuffer.wrap(octets)).orElseThrow();
            Invariant.holds(Body.of(answer, true).complete(), () -> "content in an answer to HEAD");
            return Body.of(answer, false);
        } catch (AnswerException refused) {
            throw new AssertionError("taken before", refused);
        }
    }
}
