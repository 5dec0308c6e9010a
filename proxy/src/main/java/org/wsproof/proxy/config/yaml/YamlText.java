package org.wsproof.proxy.config.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A YAML file's text. */
final class YamlText {
    /** What no YAML text may hold; found here, because the parser does not say on which line. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t\\r\\n]]");

    private YamlText() {}

    /** Fails if the file can't be read, or is no text in UTF-8. */
    static String of(Path file) throws ConfigurationException {
        try {
            return decoded(file, Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            throw ConfigurationException.of(file, "no such file; expected: a YAML file");
        } catch (IOException e) {
            String reason = Files.isDirectory(file) ? "is a directory" : "can't be read (" + e + ")";
            throw ConfigurationException.of(file, reason + "; expected: a readable YAML file");
        }
    }

    private static String decoded(Path file, byte[] octets) throws ConfigurationException {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(octets);
        CharBuffer out = CharBuffer.allocate(octets.length);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            throw ConfigurationException.at(file, line(text), "an octet that is no UTF-8; allowed: UTF-8");
        }
        Matcher control = CONTROL.matcher(text);
        if (control.find()) {
            int line = line(text.substring(0, control.start()));
            throw ConfigurationException.at(file, line, "a control character; allowed: text");
        }
        return text;
    }

    /** The line on which what comes after {@code text} stands. */
    private static int line(String text) {
        return 1 + (int) text.chars().filter(c -> c == '\n').count();
    }
}
