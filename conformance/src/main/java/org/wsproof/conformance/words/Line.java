package org.wsproof.conformance.words;

import java.util.List;

/**
 * One thing that is said.
 *
 * @param text a sentence or a phrase
 * @param verbatim lines that stand under it as they are; may be empty
 * @param parts what it is made of; may be empty
 */
public record Line(String text, List<String> verbatim, List<Line> parts) {
    public Line(String text) {
        this(text, List.of(), List.of());
    }
}
