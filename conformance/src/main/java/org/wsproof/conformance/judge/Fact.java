package org.wsproof.conformance.judge;

/** One line of a verdict: {@code expected}, {@code but was}, {@code at}, {@code first difference}… */
public record Fact(String name, String value) {
    @Override
    public String toString() {
        return name + ": " + value;
    }
}
