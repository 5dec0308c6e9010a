package org.wsproof.proxy.backside;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.OptionalLong;

/** The content that follows an answer's head, taken out of its framing (RFC 9112 §6.3) step by step, in bounded memory. */
public sealed interface Body permits ChunkedBody, Body.Counted, Body.Endless {
    /**
     * Moves content from one buffer to the other, as far as both allow; framing is taken and not moved.
     *
     * @throws AnswerException if the framing is broken
     */
    void decode(ByteBuffer in, ByteBuffer out) throws AnswerException;

    /** Whether the content is whole; an octet after it belongs to nobody. */
    boolean complete();

    /**
     * Tells that the origin has closed.
     *
     * @throws AnswerException if the content is not whole
     */
    void end() throws AnswerException;

    /** How long the content is, where the head says so. */
    OptionalLong length();

    /**
     * The content's framing.
     *
     * @param toHead whether the request was HEAD, whose answers have no content whatever they say
     *
     * @throws AnswerException if it is ambiguous, or a coding that the gateway does not know
     */
    static Body of(Answer answer, boolean toHead) throws AnswerException {
        List<String> codings = answer.fields().values("Transfer-Encoding");
        List<String> lengths = answer.fields().tokens("Content-Length");
        // A length is relayed where there is no content too.
        if (answer.fields().has("Content-Length")
                && (lengths.stream().distinct().count() != 1 || !lengths.get(0).matches("[0-9]{1,18}"))) {
            throw new AnswerException("Content-Length must be one number, is " + lengths);
        }
        if (toHead || answer.status() == 204 || answer.status() == 304) {
            return new Counted(0);
        }
        if (!codings.isEmpty()) {
            if (!answer.http11() || !lengths.isEmpty()) {
                throw new AnswerException("Transfer-Encoding with Content-Length, or in HTTP/1.0");
            }
            if (codings.size() > 1 || !codings.get(0).equalsIgnoreCase("chunked")) {
                throw new AnswerException("Transfer-Encoding must be chunked, is " + codings);
            }
            return new ChunkedBody();
        }
        if (lengths.isEmpty()) {
            return new Endless();
        }
        return new Counted(Long.parseLong(lengths.get(0)));
    }

    /** Content of a length known from the head. */
    final class Counted implements Body {
        private final long length;
        private long left;

        Counted(long length) {
            this.length = length;
            this.left = length;
        }

        @Override
        public void decode(ByteBuffer in, ByteBuffer out) {
            left -= move(in, out, left);
        }

        /** Moves at most so many octets; returns how many it moved. */
        static int move(ByteBuffer in, ByteBuffer out, long most) {
            int count = (int) Math.min(Math.min(in.remaining(), out.remaining()), most);
            ByteBuffer part = in.slice();
            part.limit(count);
            out.put(part);
            in.position(in.position() + count);
            return count;
        }

        @Override
        public boolean complete() {
            return left == 0;
        }

        @Override
        public void end() throws AnswerException {
            if (left > 0) {
                throw new AnswerException("content ends " + left + " octets early");
            }
        }

        @Override
        public OptionalLong length() {
            return OptionalLong.of(length);
        }
    }

    /** Content that ends with the connection (RFC 9112 §6.3, rule 8). */
    final class Endless implements Body {
        private boolean ended;

        @Override
        public void decode(ByteBuffer in, ByteBuffer out) {
            Counted.move(in, out, Long.MAX_VALUE);
        }

        @Override
        public boolean complete() {
            return ended;
        }

        @Override
        public void end() {
            ended = true;
        }

        @Override
        public OptionalLong length() {
            return OptionalLong.empty();
        }
    }
}
