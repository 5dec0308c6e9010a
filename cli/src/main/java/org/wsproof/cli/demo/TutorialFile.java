package org.wsproof.cli.demo;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The gateway's configuration in the tutorial. */
final class TutorialFile {
    private static final String NAME = "tutorial.yaml";
    private static final Pattern PORT = Pattern.compile("\\b[0-9]{4}\\b");

    private TutorialFile() {}

    /** The file as it is in the documentation, but with these ports. */
    static String text(Ports ports) throws IOException {
        Map<String, Integer> numbers = Arrays.stream(Place.values())
                .collect(Collectors.toMap(place -> String.valueOf(place.usualPort()), ports::of));
        Function<String, String> port =
                usual -> numbers.containsKey(usual) ? String.valueOf(numbers.get(usual)) : usual;
        return PORT.matcher(text()).replaceAll(found -> port.apply(found.group()));
    }

    private static String text() throws IOException {
        try (InputStream resource = TutorialFile.class.getResourceAsStream(NAME)) {
            if (resource == null) {
                throw new FileNotFoundException("resource " + NAME);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
