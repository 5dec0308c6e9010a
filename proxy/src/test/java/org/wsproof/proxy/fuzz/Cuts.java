package org.wsproof.proxy.fuzz;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The same octets as a connection may deliver them. */
public enum Cuts {
    WHOLE,
    OCTET_BY_OCTET,
    ANYHOW;

    /** One of those that cut; which, depends on the octets alone, so that an input that fails once always fails. */
    public static Cuts of(int hash) {
        return Math.floorMod(hash, 3) == 0 ? OCTET_BY_OCTET : ANYHOW;
    }

    /** The octets in pieces, none of them empty. */
    public List<ByteBuffer> of(byte[] octets) {
        Random random = new Random(Arrays.hashCode(octets));
        List<ByteBuffer> pieces = new ArrayList<>();
        int at = 0;
        while (at < octets.length) {
            int length = Math.min(octets.length - at, length(random, octets.length));
            pieces.add(ByteBuffer.wrap(octets, at, length).slice());
            at += length;
        }
        return pieces;
    }

    private int length(Random random, int all) {
        return switch (this) {
            case WHOLE -> all;
            case OCTET_BY_OCTET -> 1;
            case ANYHOW -> 1 + random.nextInt(random.nextBoolean() ? 3 : 40);
        };
    }
}
