package org.wsproof.proxy.backside;

import java.nio.ByteBuffer;
import java.util.OptionalLong;

/** Content in chunks (RFC 9112 §7.1). Chunk extensions and trailer fields are taken and dropped; both are bounded. */
final class ChunkedBody implements Body {
    private static final int MAX_LINE = 4096;
    private static final int MAX_TRAILER = 16_384;

    private enum Part {
        SIZE,
        EXTENSION,
        SIZE_LF,
        DATA,
        DATA_CR,
        DATA_LF,
        TRAILER,
        TRAILER_LF,
        DONE
    }

    private Part part = Part.SIZE;
    private long left;
    private int digits;
    private int lineLength;
    private int trailerLength;

    @Override
    public void decode(ByteBuffer in, ByteBuffer out) throws AnswerException {
        while (in.hasRemaining() && part != Part.DONE) {
            if (part == Part.DATA) {
                left -= Counted.move(in, out, left);
                if (left > 0) {
                    return;
                }
                part = Part.DATA_CR;
            } else {
                framing(in.get());
            }
        }
    }

    private void framing(byte octet) throws AnswerException {
        switch (part) {
            case SIZE -> size(octet);
            case EXTENSION -> extension(octet);
            case SIZE_LF -> endSize(octet);
            case DATA_CR -> part = require(octet, '\r', Part.DATA_LF);
            case DATA_LF -> part = require(octet, '\n', Part.SIZE);
            case TRAILER -> trailer(octet);
            case TRAILER_LF -> part = require(octet, '\n', lineLength == 0 ? Part.DONE : nextTrailer());
            default -> throw new IllegalStateException("no framing in " + part);
        }
    }

    private void size(byte octet) throws AnswerException {
        int digit = Character.digit(octet, 16);
        if (digit >= 0) {
            if (++digits > 15) {
                throw new AnswerException("chunk size too large");
            }
            left = left * 16 + digit;
            return;
        }
        if (digits == 0) {
            throw new AnswerException("chunk without a size");
        }
        lineLength = 0;
        if (octet == '\r') {
            part = Part.SIZE_LF;
        } else {
            part = require(octet, ';', Part.EXTENSION);
        }
    }

    private void extension(byte octet) throws AnswerException {
        if (octet == '\r') {
            part = Part.SIZE_LF;
        } else if (octet == '\n' || ++lineLength > MAX_LINE) {
            throw new AnswerException("chunk extension broken or too long");
        }
    }

    private void endSize(byte octet) throws AnswerException {
        digits = 0;
        lineLength = 0;
        part = require(octet, '\n', left == 0 ? Part.TRAILER : Part.DATA);
    }

    private void trailer(byte octet) throws AnswerException {
        if (octet == '\r') {
            part = Part.TRAILER_LF;
        } else if (octet == '\n' || ++trailerLength > MAX_TRAILER) {
            throw new AnswerException("trailer broken or too long");
        } else {
            lineLength++;
        }
    }

    private Part nextTrailer() {
        lineLength = 0;
        return Part.TRAILER;
    }

    private static Part require(byte octet, char expected, Part next) throws AnswerException {
        if (octet != expected) {
            throw new AnswerException("chunk framing broken");
        }
        return next;
    }

    @Override
    public boolean complete() {
        return part == Part.DONE;
    }

    @Override
    public void end() throws AnswerException {
        if (part != Part.DONE) {
            throw new AnswerException("content ends inside its chunks");
        }
    }

    @Override
    public OptionalLong length() {
        return OptionalLong.empty();
    }
}
