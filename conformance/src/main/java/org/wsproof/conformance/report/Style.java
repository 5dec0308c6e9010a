package org.wsproof.conformance.report;

/** Emphasis on a terminal; without colour, text as it is. */
public record Style(boolean colour) {
    public String bold(String text) {
        return wrapped("1", text);
    }

    public String dim(String text) {
        return wrapped("2", text);
    }

    public String red(String text) {
        return wrapped("31", text);
    }

    public String green(String text) {
        return wrapped("32", text);
    }

    public String yellow(String text) {
        return wrapped("33", text);
    }

    private String wrapped(String code, String text) {
        return colour && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
