package org.wsproof.proxy.http;

/**
 * One field line. Octets are ISO-8859-1 characters, so that a value that is no ASCII goes on as it came.
 *
 * @param name as it came; compared without regard to case (RFC 9110 §5.1)
 * @param value without the white space around it (RFC 9112 §5.1)
 */
public record Field(String name, String value) {
    /** Whether this is the field of that name. */
    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    /** Without the value, which may let somebody in: this is what a log would show. */
    @Override
    public String toString() {
        return name;
    }
}
