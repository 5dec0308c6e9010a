package org.wsproof.conformance.frames;

import java.util.List;

/** Puts fragments together (RFC 6455 §5.4) by their digests alone. */
final class MessageDigester {
    /** CRC32C's polynomial, reflected. */
    private static final int POLYNOMIAL = 0x82F63B78;

    private int opcode;
    private int rsv;
    private long length;
    private int crc;

    void take(Frame frame, List<Message> messages) {
        if (frame.control()) {
            messages.add(new Message(frame.opcode(), frame.rsv(), frame.length(), frame.plainCrc()));
            return;
        }
        if (frame.opcode() != 0) {
            opcode = frame.opcode();
            rsv = frame.rsv();
            length = 0;
            crc = 0;
        }
        crc = combined(crc, frame.plainCrc(), frame.length());
        length += frame.length();
        if (frame.fin()) {
            messages.add(new Message(opcode, rsv, length, crc));
        }
    }

    /** The digest of A followed by B, from theirs: A's is moved on by B's length in zero octets, in GF(2). */
    static int combined(int crcA, int crcB, long lengthB) {
        int[] operator = new int[32];
        operator[0] = POLYNOMIAL;
        for (int bit = 1; bit < 32; bit++) {
            operator[bit] = 1 << (bit - 1);
        }
        int moved = crcA;
        int[] power = squared(squared(squared(operator)));
        for (long left = lengthB; left != 0; left >>>= 1) {
            if ((left & 1) != 0) {
                moved = times(power, moved);
            }
            power = squared(power);
        }
        return moved ^ crcB;
    }

    private static int[] squared(int[] matrix) {
        int[] square = new int[32];
        for (int column = 0; column < 32; column++) {
            square[column] = times(matrix, matrix[column]);
        }
        return square;
    }

    private static int times(int[] matrix, int vector) {
        int sum = 0;
        for (int column = 0, left = vector; left != 0; column++, left >>>= 1) {
            if ((left & 1) != 0) {
                sum ^= matrix[column];
            }
        }
        return sum;
    }
}
