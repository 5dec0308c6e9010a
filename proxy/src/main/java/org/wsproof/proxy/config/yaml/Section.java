package org.wsproof.proxy.config.yaml;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One mapping of the file, whose keys are known; each reading either gives a checked value or names file, line and key. */
public final class Section {
    /** The longest time a key may be given, DataPower's bound for its timers. */
    public static final Duration DAY = Duration.ofDays(1);

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h)?");

    private final Source source;
    private final Path file;
    private final String path;
    private final YamlReader.Mapping mapping;

    private Section(Source source, String path, YamlReader.Mapping mapping) {
        this.source = source;
        this.file = source.file();
        this.path = path;
        this.mapping = mapping;
    }

    /**
     * A file to read.
     *
     * @param named told of each other file that it names, whether that can be read or not
     * @param secret whether a mistake shows nothing of what it says: somebody may have put a secret where a key belongs
     */
    public record Source(Path file, Consumer<Path> named, boolean secret) {
        public Source(Path file, Consumer<Path> named) {
            this(file, named, false);
        }
    }

    /**
     * Reads a whole file of secrets: its mistakes show nothing of it.
     *
     * @param needed the key whose absence makes the file an empty one
     * @throws ConfigurationException if the file can't be read, is no YAML or no mapping, or has another key than these
     */
    public static Section readSecret(Path file, List<String> keys, String needed) throws ConfigurationException {
        return read(new Source(file, other -> {}, true), keys, needed);
    }

    /**
     * Reads a whole file.
     *
     * @param needed the key whose absence makes the file an empty one
     * @throws ConfigurationException if the file can't be read, is no YAML or no mapping, or has another key than these
     */
    public static Section read(Source source, List<String> keys, String needed) throws ConfigurationException {
        Path file = source.file();
        YamlReader.Node root = YamlReader.read(source, YamlText.of(file));
        if (root instanceof YamlReader.Nothing) {
            throw ConfigurationException.at(file, 1, "the file is empty; expected: " + needed);
        }
        return of(source, "", root, keys);
    }

    /** Fails if {@code node} is no mapping, or has a key that is not among {@code keys}. */
    private static Section of(Source source, String path, YamlReader.Node node, List<String> keys)
            throws ConfigurationException {
        if (!(node instanceof YamlReader.Mapping mapping)) {
            throw ConfigurationException.at(
                    source.file(),
                    node.line(),
                    prefix(path) + found(node) + "; expected: keys (" + String.join(", ", keys) + ")");
        }
        Section section = new Section(source, path, mapping);
        for (Map.Entry<String, YamlReader.Entry> entry : mapping.entries().entrySet()) {
            if (!keys.contains(entry.getKey())) {
                String allowed = "unknown key; allowed: " + String.join(", ", keys);
                throw source.secret()
                        ? ConfigurationException.at(
                                source.file(), entry.getValue().line(), prefix(path) + allowed)
                        : section.wrong(entry.getKey(), allowed);
            }
        }
        return section;
    }

    public boolean has(String key) {
        return mapping.entries().containsKey(key);
    }

    /** A file that this one names, taken from its own directory. */
    public Path file(String key, String allowed) throws ConfigurationException {
        String relative = required(key, allowed);
        try {
            Path resolved = file.resolveSibling(relative);
            source.named().accept(resolved);
            return resolved;
        } catch (InvalidPathException e) {
            throw refused(key, relative, allowed);
        }
    }

    /** A mistake in the value of {@code key}, or in its absence. */
    public ConfigurationException wrong(String key, String problem) {
        YamlReader.Entry entry = mapping.entries().get(key);
        int line = entry == null ? mapping.line() : entry.line();
        return ConfigurationException.at(file, line, prefix(under(key)) + problem);
    }

    public String required(String key, String allowed) throws ConfigurationException {
        Optional<String> text = text(key, allowed);
        if (text.isEmpty()) {
            throw missing(key, allowed);
        }
        return text.get();
    }

    public String text(String key, String allowed, String otherwise) throws ConfigurationException {
        return text(key, allowed).orElse(otherwise);
    }

    public boolean flag(String key, boolean otherwise) throws ConfigurationException {
        return choice(key, Map.of("true", true, "false", false), otherwise);
    }

    public int number(String key, Bounds bounds, int otherwise) throws ConfigurationException {
        String allowed = bounds.least() + " to " + bounds.most() + bounds.note();
        Optional<String> text = text(key, allowed);
        if (text.isEmpty()) {
            return otherwise;
        }
        long number = text.get().matches("\\d{1,9}") ? Long.parseLong(text.get()) : -1;
        if (number < bounds.least() || number > bounds.most()) {
            throw refused(key, text.get(), allowed);
        }
        return (int) number;
    }

    /** A time with a unit; a bare number is seconds, DataPower's unit. Zero only if {@code zero} says what it means. */
    public Duration duration(String key, Times times, Duration otherwise) throws ConfigurationException {
        String from = times.zero().isEmpty() ? "1ms" : "0";
        String note = times.zero().isEmpty() ? "" : " (0 " + times.zero() + ")";
        String allowed = from + " to " + times.most().toSeconds() + "s" + note + ", in ms, s, m or h";
        Optional<String> text = text(key, allowed);
        if (text.isEmpty()) {
            return otherwise;
        }
        Duration duration = parse(text.get()).orElseThrow(() -> refused(key, text.get(), allowed));
        if (duration.compareTo(times.most()) > 0
                || (duration.isZero() && times.zero().isEmpty())) {
            throw refused(key, text.get(), allowed);
        }
        return duration;
    }

    public <E> E choice(String key, Map<String, E> choices, E otherwise) throws ConfigurationException {
        String allowed = String.join(", ", choices.keySet().stream().sorted().toList());
        Optional<String> text = text(key, allowed);
        if (text.isEmpty()) {
            return otherwise;
        }
        E choice = choices.get(text.get());
        if (choice == null) {
            throw refused(key, text.get(), allowed);
        }
        return choice;
    }

    /** True if the value is a list; a scalar otherwise, or nothing. */
    public boolean isList(String key) {
        YamlReader.Entry entry = mapping.entries().get(key);
        return entry != null && entry.value() instanceof YamlReader.Items;
    }

    public List<String> texts(String key, String allowed) throws ConfigurationException {
        List<String> texts = new ArrayList<>();
        for (YamlReader.Node node : items(key, allowed)) {
            if (!(node instanceof YamlReader.Scalar scalar)) {
                throw wrong(key, found(node) + " in the list; allowed: " + allowed);
            }
            texts.add(scalar.text());
        }
        return texts;
    }

    /** A mapping whose keys are anybody's, to texts; in the file's order. */
    public Map<String, String> entries(String key) throws ConfigurationException {
        String allowed = "keys of your choice, each with a text";
        YamlReader.Entry entry = mapping.entries().get(key);
        if (entry == null || !(entry.value() instanceof YamlReader.Mapping free)) {
            throw wrong(key, (entry == null ? "is missing" : found(entry.value())) + "; expected: " + allowed);
        }
        Section section = new Section(source, under(key), free);
        Map<String, String> entries = new LinkedHashMap<>();
        for (String each : free.entries().keySet()) {
            entries.put(each, section.required(each, allowed));
        }
        return entries;
    }

    public Section section(String key, List<String> keys) throws ConfigurationException {
        YamlReader.Entry entry = mapping.entries().get(key);
        if (entry == null) {
            throw missing(key, "keys (" + String.join(", ", keys) + ")");
        }
        return of(source, under(key), entry.value(), keys);
    }

    public List<Section> sections(String key, List<String> keys) throws ConfigurationException {
        List<Section> sections = new ArrayList<>();
        for (YamlReader.Node node : items(key, "a list of at least one")) {
            sections.add(of(source, under(key) + "[" + sections.size() + "]", node, keys));
        }
        return sections;
    }

    public ConfigurationException refused(String key, String value, String allowed) {
        return wrong(key, "is \"" + value + "\"; allowed: " + allowed);
    }

    private ConfigurationException missing(String key, String allowed) {
        return wrong(key, "is missing; expected: " + allowed);
    }

    private Optional<String> text(String key, String allowed) throws ConfigurationException {
        YamlReader.Entry entry = mapping.entries().get(key);
        if (entry == null) {
            return Optional.empty();
        }
        if (!(entry.value() instanceof YamlReader.Scalar scalar)) {
            throw wrong(key, found(entry.value()) + "; allowed: " + allowed);
        }
        return Optional.of(scalar.text());
    }

    private List<YamlReader.Node> items(String key, String allowed) throws ConfigurationException {
        YamlReader.Entry entry = mapping.entries().get(key);
        if (entry == null) {
            throw missing(key, allowed);
        }
        if (!(entry.value() instanceof YamlReader.Items list)) {
            throw wrong(key, found(entry.value()) + "; expected: " + allowed);
        }
        if (list.items().isEmpty()) {
            throw wrong(key, "is an empty list; expected: " + allowed);
        }
        return list.items();
    }

    private String under(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String prefix(String path) {
        return path.isEmpty() ? "" : path + ": ";
    }

    private static Optional<Duration> parse(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        String unit = matcher.group(2) == null ? "s" : matcher.group(2);
        return Optional.of(
                switch (unit) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    default -> Duration.ofSeconds(amount);
                });
    }

    /** Without the text of one: where something else belongs, it may be a key that a client must show. */
    private static String found(YamlReader.Node node) {
        if (node instanceof YamlReader.Scalar) {
            return "is a text";
        }
        if (node instanceof YamlReader.Items) {
            return "is a list";
        }
        return node instanceof YamlReader.Mapping ? "is a mapping" : "has no value";
    }

    /** What a number may be; the note says what an odd one means. */
    public record Bounds(int least, int most, String note) {}

    /** What a time may be; {@code zero} says what zero does, empty where zero is not allowed. */
    public record Times(Duration most, String zero) {}
}
