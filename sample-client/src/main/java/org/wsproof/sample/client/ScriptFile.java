package org.wsproof.sample.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file with one action a line: its name, and after one space its value as it is ({@code text hello}, {@code wait 5s},
 * {@code expect hello}, {@code close 1000}). Two dashes before the name are fine. Empty lines and those that begin with
 * {@code #} are skipped. Files that it names are looked up beside it.
 */
public final class ScriptFile {
    private ScriptFile() {}

    /**
     * Reads the whole file.
     *
     * @throws ActionException if it can't be read, or a line is no action; the message begins with FILE:LINE
     */
    public static List<Action> read(Path file) throws ActionException {
        List<String> lines = lines(file);
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("/"));
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.split(" ", 2);
            String name = words[0].startsWith("--") ? words[0].substring(2) : words[0];
            try {
                actions.add(Action.parse(name, words.length > 1 ? words[1] : "", folder));
            } catch (ActionException e) {
                throw new ActionException(file + ":" + (i + 1) + ": " + e.getMessage());
            }
        }
        return actions;
    }

    private static List<String> lines(Path file) throws ActionException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException e) {
            throw new ActionException("there is no file " + file);
        } catch (IOException e) {
            throw new ActionException("the file " + file + " can't be read as UTF-8 text");
        }
    }
}
