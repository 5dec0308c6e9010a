package org.wsproof.conformance.targets.file;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads YAML into values that know their lines. One document of keys and texts: no lists, and no key twice. */
final class YamlValues {
    private final Path file;
    private final YAMLParser parser;

    private YamlValues(Path file, YAMLParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /** @throws IOException if it can't be read; the message is {@code file:line: what is wrong} */
    static Value read(Path file) throws IOException {
        try (YAMLParser parser = new YAMLFactory().createParser(text(file))) {
            return new YamlValues(file, parser).document();
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw wrong(file, line, "is no YAML: " + problem(e));
        }
    }

    /** A mistake, as one line: what stands in the file may hold anything. */
    static IOException wrong(Path file, int line, String problem) {
        return new IOException((file + ":" + line + ": " + problem).replaceAll("[\\p{Cc}\\u2028\\u2029]+", " "));
    }

    private static String text(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no file " + file, e);
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is no text in UTF-8", e);
        } catch (IOException e) {
            throw new IOException(file + " can't be read", e);
        }
    }

    /** Of the parser's dozen lines the last that is neither a place nor a quotation. */
    private static String problem(JacksonException e) {
        List<String> lines = e.getOriginalMessage()
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith(" "))
                .toList();
        return lines.isEmpty() ? "the parser does not say why" : lines.get(lines.size() - 1);
    }

    private Value document() throws IOException {
        JsonToken first = parser.nextToken();
        if (first == null || first == JsonToken.VALUE_NULL) {
            throw wrong(file, 1, "the file is empty: 'wsproof target init' writes one to start from");
        }
        Value root = value(first, 1);
        if (parser.nextToken() != null) {
            throw wrong(file, line(), "a second document; allowed: one");
        }
        return root;
    }

    private Value value(JsonToken token, int line) throws IOException {
        if (token == JsonToken.START_OBJECT) {
            return new Value(line, Optional.empty(), keys());
        }
        if (token == JsonToken.VALUE_NULL) {
            return new Value(line, Optional.empty(), Map.of());
        }
        if (!token.isScalarValue()) {
            throw wrong(file, line, "a list; expected: a text, or keys");
        }
        return new Value(line, Optional.of(parser.getText()), Map.of());
    }

    private Map<String, Value> keys() throws IOException {
        Map<String, Value> keys = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            int line = line();
            Value value = value(parser.nextToken(), line);
            if (keys.put(key, value) != null) {
                throw wrong(file, line, key + ": is there twice");
            }
        }
        return Collections.unmodifiableMap(keys);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }
}
