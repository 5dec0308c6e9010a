package org.wsproof.cli.demo.scene;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The gateway's configuration in a part of the tutorial, a resource beside the part's class. */
record TutorialFile(Class<?> part) {
    private static final Pattern PORT = Pattern.compile("\\b[0-9]{4}\\b");

    /** The file as it is in the documentation, but with these ports. */
    String text(Ports ports) throws IOException {
        Map<String, Integer> numbers = ports.numbers().keySet().stream()
                .collect(Collectors.toMap(place -> String.valueOf(place.usualPort()), ports::of));
        Function<String, String> port =
                usual -> numbers.containsKey(usual) ? String.valueOf(numbers.get(usual)) : usual;
        return PORT.matcher(text()).replaceAll(found -> port.apply(found.group()));
    }

    private String text() throws IOException {
        try (InputStream resource = part.getResourceAsStream(Scene.CONFIGURATION)) {
            if (resource == null) {
                throw new FileNotFoundException("resource " + Scene.CONFIGURATION);
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
