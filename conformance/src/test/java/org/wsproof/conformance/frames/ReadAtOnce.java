package org.wsproof.conformance.frames;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Frames read once more, in the plainest way: all octets there, payloads kept, digests over whole messages (RFC 6455 §5.2,
 * §5.4).
 *
 * @param frames how many are whole
 */
record ReadAtOnce(int frames, List<Message> messages) {
    static ReadAtOnce of(byte[] octets) {
        List<Message> messages = new ArrayList<>();
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        int first = 0;
        int frames = 0;
        int at = 0;
        while (true) {
            int from = payload(octets, at);
            BigInteger end =
                    from < 0 ? BigInteger.ZERO : BigInteger.valueOf(from).add(length(octets, at));
            if (from < 0 || end.compareTo(BigInteger.valueOf(octets.length)) > 0) {
                return new ReadAtOnce(frames, messages);
            }
            frames++;
            byte[] plain = plain(octets, from, end.intValueExact(), octets[at + 1] < 0);
            if ((octets[at] & 15) > 7) {
                messages.add(message(octets[at], plain));
            } else {
                if ((octets[at] & 15) > 0) {
                    message.reset();
                    first = octets[at];
                }
                message.writeBytes(plain);
                if (octets[at] < 0) {
                    messages.add(message(first, message.toByteArray()));
                }
            }
            at = end.intValueExact();
        }
    }

    private static Message message(int first, byte[] payload) {
        CRC32C crc = new CRC32C();
        crc.update(payload);
        return new Message(first & 15, first >> 4 & 7, payload.length, (int) crc.getValue());
    }

    /** Where the payload starts; -1 if the header is not whole. */
    private static int payload(byte[] octets, int at) {
        if (at + 2 > octets.length) {
            return -1;
        }
        int from = at + 2 + extra(octets[at + 1]) + (octets[at + 1] < 0 ? 4 : 0);
        return from > octets.length ? -1 : from;
    }

    private static int extra(byte second) {
        return switch (second & 127) {
            case 126 -> 2;
            case 127 -> 8;
            default -> 0;
        };
    }

    private static BigInteger length(byte[] octets, int at) {
        int extra = extra(octets[at + 1]);
        return extra == 0
                ? BigInteger.valueOf(octets[at + 1] & 127)
                : new BigInteger(1, Arrays.copyOfRange(octets, at + 2, at + 2 + extra));
    }

    private static byte[] plain(byte[] octets, int from, int to, boolean masked) {
        byte[] plain = Arrays.copyOfRange(octets, from, to);
        for (int i = 0; masked && i < plain.length; i++) {
            plain[i] ^= octets[from - 4 + i % 4];
        }
        return plain;
    }
}
