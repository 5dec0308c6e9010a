package org.wsproof.proxy.config.yaml;

import java.nio.file.Path;

/** A mistake in a configuration file, as one line for the user: file, line, key, what is wrong, what is allowed. */
public final class ConfigurationException extends Exception {
    private static final long serialVersionUID = 1;

    private ConfigurationException(String line) {
        super(line);
    }

    /** The mistake has no place in the file, because the file itself is the mistake. */
    public static ConfigurationException of(Path file, String problem) {
        return new ConfigurationException(oneLine(file + ": " + problem));
    }

    static ConfigurationException at(Path file, int line, String problem) {
        return new ConfigurationException(oneLine(file + ":" + line + ": " + problem));
    }

    /** What the user wrote may hold line ends and worse, not in ASCII alone; a terminal must see none of them. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
    }
}
