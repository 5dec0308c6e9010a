package org.wsproof.benchmarks.bench.figures;

/**
 * Who was measured.
 *
 * @param version "" if it has none
 * @param how what a reader of the figures must know of its configuration, in a line
 * @param configuration the file it ran with; "" if there is none
 */
public record Described(String name, String version, String how, String configuration) {
    /** Name and version. */
    public String title() {
        return (name + " " + version).strip();
    }
}
