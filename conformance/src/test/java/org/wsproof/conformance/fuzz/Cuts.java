package org.wsproof.conformance.fuzz;

import java.util.Arrays;
import java.util.Random;

/** The same octets as a connection may deliver them. */
public final class Cuts {
    /** Takes octets as they come. */
    public interface Taker {
        void take(byte[] octets, int offset, int length);
    }

    private Cuts() {}

    /** Octet by octet or in pieces; which, depends on the octets alone, so that an input that fails once always fails. */
    public static void feed(byte[] octets, Taker taker) {
        int hash = Arrays.hashCode(octets);
        boolean single = Math.floorMod(hash, 3) == 0;
        Random random = new Random(hash);
        int at = 0;
        while (at < octets.length) {
            int length = Math.min(octets.length - at, single ? 1 : 1 + random.nextInt(random.nextBoolean() ? 3 : 40));
            taker.take(octets, at, length);
            at += length;
        }
    }
}
