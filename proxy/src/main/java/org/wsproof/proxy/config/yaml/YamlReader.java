package org.wsproof.proxy.config.yaml;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a YAML text into nodes that remember their lines. Scalars stay text: what a value means is the key's affair, so
 * that {@code port: "80"} is a port and {@code name: 80} a name. One document, no aliases, no key twice.
 */
final class YamlReader {
    /** A value and the line it starts on, from 1. */
    sealed interface Node permits Scalar, Nothing, Items, Mapping {
        int line();
    }

    record Scalar(String text, int line) implements Node {
        /** Without the text, which may be a secret. */
        @Override
        public String toString() {
            return "Scalar[line=" + line + "]";
        }
    }

    /** A key without a value, or an empty document. */
    record Nothing(int line) implements Node {}

    record Items(List<Node> items, int line) implements Node {}

    record Mapping(Map<String, Entry> entries, int line) implements Node {}

    record Entry(int line, Node value) {}

    private static final Pattern PROBLEM =
            Pattern.compile("(?:.*\\n|^)([^\\n]+)\\n in [^\\n]*, line (\\d{1,9}),", Pattern.DOTALL);

    private final Section.Source source;
    private final YAMLParser parser;

    private YamlReader(Section.Source source, YAMLParser parser) {
        this.source = source;
        this.parser = parser;
    }

    static Node read(Section.Source source, String text) throws ConfigurationException {
        try (YAMLParser parser = new YAMLFactory().createParser(text)) {
            return new YamlReader(source, parser).document();
        } catch (JacksonException e) {
            throw broken(source, e);
        } catch (IOException e) {
            throw ConfigurationException.of(source.file(), "can't be read: " + e.getMessage());
        }
    }

    /** Of SnakeYAML's dozen lines the last that stands before a place is the problem, and that place is its line. */
    private static ConfigurationException broken(Section.Source source, JacksonException e) {
        Matcher problem = PROBLEM.matcher(e.getOriginalMessage());
        if (problem.find()) {
            int line = Integer.parseInt(problem.group(2));
            return ConfigurationException.at(source.file(), line, broken(source, problem.group(1)));
        }
        int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
        return ConfigurationException.at(source.file(), line, broken(source, e.getOriginalMessage()));
    }

    private static String broken(Section.Source source, String problem) {
        return source.secret() ? "no valid YAML" : "no valid YAML: " + problem;
    }

    private Node document() throws IOException, ConfigurationException {
        Optional<JsonToken> first = Optional.ofNullable(parser.nextToken());
        if (first.isEmpty()) {
            return new Nothing(1);
        }
        Node node = node("");
        if (parser.nextToken() != null) {
            throw at(line(), "", "a second document; allowed: one document in a file");
        }
        return node;
    }

    private Node node(String path) throws IOException, ConfigurationException {
        int line = line();
        if (parser.isCurrentAlias()) {
            throw at(line, path, "is an alias (it begins with *); write the value out, or in quotes");
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return mapping(path, line);
        }
        if (token == JsonToken.START_ARRAY) {
            return items(path, line);
        }
        return token == JsonToken.VALUE_NULL ? new Nothing(line) : new Scalar(parser.getText(), line);
    }

    private Node mapping(String path, int line) throws IOException, ConfigurationException {
        Map<String, Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.getText();
            int keyLine = line();
            String keyPath = path.isEmpty() ? key : path + "." + key;
            Entry earlier = entries.get(key);
            if (earlier != null) {
                throw at(keyLine, keyPath, "given twice, first on line " + earlier.line() + "; allowed: once");
            }
            parser.nextToken();
            entries.put(key, new Entry(keyLine, node(keyPath)));
        }
        return new Mapping(entries, line);
    }

    private Node items(String path, int line) throws IOException, ConfigurationException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(path + "[" + items.size() + "]"));
        }
        return new Items(List.copyOf(items), line);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private ConfigurationException at(int line, String path, String problem) {
        boolean bare = path.isEmpty() || source.secret();
        return ConfigurationException.at(source.file(), line, bare ? problem : path + ": " + problem);
    }
}
