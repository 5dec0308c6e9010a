package org.wsproof.conformance.targets.recipes;

import java.util.Map;

/**
 * The official image of a proxy.
 *
 * @param name with its tag, as {@code docker pull} knows it
 * @param program the proxy's program in it
 * @param settings what its paths and the like are in the image, where the configuration template has a placeholder for them
 */
public record Image(String name, String program, Map<String, String> settings) {
    /** One in which nothing is elsewhere. */
    public Image(String name, String program) {
        this(name, program, Map.of());
    }
}
