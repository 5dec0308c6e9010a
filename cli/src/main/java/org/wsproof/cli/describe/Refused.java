package org.wsproof.cli.describe;

import java.util.List;

/**
 * An answer to the opening handshake that is no 101, and that the gateway gives of its own accord.
 *
 * @param meaning sentences for who wrote the client
 * @param fields those of the answer that tell the client something
 */
record Refused(int status, String meaning, List<Field> fields) {
    Refused {
        fields = List.copyOf(fields);
    }

    /** A header field of the answer. */
    record Field(String name, String description) {}
}
