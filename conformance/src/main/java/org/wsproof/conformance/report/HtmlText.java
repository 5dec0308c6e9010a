package org.wsproof.conformance.report;

/** Text as HTML may hold it, in content and in double-quoted attributes: traces contain anything. */
final class HtmlText {
    private HtmlText() {}

    /** Markup escaped; control characters and halves of surrogate pairs made visible. */
    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> append(out, c));
        return out.toString();
    }

    private static void append(StringBuilder out, int c) {
        switch (c) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            case '\n', '\t' -> out.append((char) c);
            default -> {
                boolean shown = !Character.isISOControl(c)
                        && Character.getType(c) != Character.SURROGATE
                        && Character.getType(c) != Character.FORMAT
                        && (c & 0xfffe) != 0xfffe;
                if (shown) {
                    out.appendCodePoint(c);
                } else {
                    out.append(String.format("\\x%02x", c));
                }
            }
        }
    }
}
