package org.wsproof.conformance.model;

/** On what authority a case asks what it asks. */
public sealed interface Basis {
    /** A section of an RFC; {@code keyword} is the requirement word the section uses, or "" where it only describes. */
    record Rfc(int number, String section, String keyword) implements Basis {
        @Override
        public String toString() {
            return "RFC " + number + " §" + section;
        }
    }

    /** A contract of the kit's own; {@code anchor} is its heading in {@code docs/contracts.md}. */
    record Contract(String anchor) implements Basis {
        @Override
        public String toString() {
            return "contract " + anchor;
        }
    }
}
