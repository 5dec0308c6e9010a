package org.wsproof.cli.describe;

import java.util.List;

/**
 * What must hold before the gateway lets a client through, and what it says to one that it does not.
 *
 * @param credentials the fields that say who the client is
 * @param origins those whose pages may connect; empty for any
 * @param originRequired whether a client that names no origin is refused
 * @param asked whether somebody else decides about each connection as well
 * @param refusals by status, ascending
 */
record Rules(
        List<Credential> credentials,
        List<String> origins,
        boolean originRequired,
        boolean asked,
        List<Refused> refusals) {
    Rules {
        credentials = List.copyOf(credentials);
        origins = List.copyOf(origins);
        refusals = List.copyOf(refusals);
    }
}
