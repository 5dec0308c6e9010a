package org.wsproof.conformance.targets.recipes.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * A reference proxy's runnable jar, as the build leaves it.
 *
 * @param home the folder of wsproof's sources, which has {@code reference-proxies} in it
 * @param name of the module, and of the jar
 * @param megabytes of heap, and as many outside of it
 */
record ReferenceJar(Path home, String name, int megabytes) implements ReferenceProgram {

    /** On the Java that runs this. */
    @Override
    public Ready ready(Path folder) throws IOException {
        Path jar = path();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // It runs beside the kit, and for a minute: the compiler that is quickly done serves best.
        command.addAll(List.of("-Xmx" + megabytes + "m", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-jar", jar.toString()));
        return new Ready(List.copyOf(command), version(jar));
    }

    /** As its manifest states it. */
    private static String version(Path path) throws IOException {
        try (JarFile jar = new JarFile(path.toFile())) {
            return Optional.ofNullable(jar.getManifest())
                    .map(Manifest::getMainAttributes)
                    .map(attributes -> attributes.getValue("Implementation-Version"))
                    .orElse("");
        }
    }

    private Path path() throws IOException {
        Path module = home.resolve("reference-proxies").resolve(name);
        Path jar = module.resolve("target").resolve(name + ".jar");
        if (!Files.isRegularFile(jar)) {
            throw new IOException(
                    name + " is not built: there is no " + jar + ". In the folder of wsproof's sources: mvn -q"
                            + " -pl reference-proxies/" + name + " -am -DskipTests package");
        }
        return jar;
    }
}
