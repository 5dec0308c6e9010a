package org.wsproof.cli.describe;

import java.util.Locale;

/**
 * A header field that says who the client is. Its value is never part of a document.
 *
 * @param header the field's name; the documents call it by that, too
 * @param required false where some clients have none
 */
record Credential(String header, String description, boolean required) {
    /** The value's place in what a person is to copy. */
    String placeholder() {
        return "YOUR-" + header.replaceFirst("^[Xx]-", "").toUpperCase(Locale.ROOT);
    }
}
