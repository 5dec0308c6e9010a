package org.wsproof.sample.client;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** A whole message, sent or received. */
sealed interface Message {
    /** For a person to read. */
    String describe();

    /** Text is shown as it is. */
    record Text(String text) implements Message {
        @Override
        public String describe() {
            return text;
        }
    }

    /** Binary is shown as its length and its first octets. */
    record Binary(ByteBuffer octets) implements Message {
        private static final int SHOWN = 16;

        @Override
        public String describe() {
            byte[] first = new byte[Math.min(SHOWN, octets.remaining())];
            octets.duplicate().get(first);
            return "binary, " + octets.remaining() + " octets: "
                    + HexFormat.ofDelimiter(" ").formatHex(first)
                    + (octets.remaining() > SHOWN ? " ..." : "");
        }
    }
}
