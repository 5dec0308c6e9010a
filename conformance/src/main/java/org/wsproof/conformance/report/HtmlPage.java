package org.wsproof.conformance.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * One HTML file that needs nothing else: style and script stand in it, and its content policy lets it ask nobody for anything.
 *
 * @param styles names of resources beside this class, in their order
 * @param script likewise
 */
public record HtmlPage(String title, List<String> styles, String script) {
    /** What stands between head and script. */
    public interface Body {
        void write(Writer to) throws IOException;
    }

    /** Writes the page, which says of itself that it is UTF-8; does not close the writer. */
    public void write(Body body, Writer to) throws IOException {
        to.write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline';"
                + " script-src 'unsafe-inline'; img-src data:\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n");
        to.write("<title>" + HtmlText.of(title) + " · wsproof</title>\n<style>\n");
        for (String style : styles) {
            to.write(resource(style));
        }
        to.write("</style>\n</head>\n<body>\n");
        body.write(to);
        to.write("<script>\n" + resource(script) + "</script>\n</body>\n</html>\n");
        to.flush();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(HtmlPage.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
