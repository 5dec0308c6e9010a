package org.wsproof.cli.process;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program to run as a child process, on the Java that runs this one.
 *
 * @param classPath where its classes are
 * @param mainClass the class with its {@code main}
 */
public record JavaProgram(String classPath, String mainClass) {
    /** The bundled gateway; its one argument is the configuration file. */
    public static JavaProgram gateway(String classPath) {
        return new JavaProgram(classPath, "org.wsproof.proxy.Main");
    }

    /** The command line that runs it. */
    public List<String> command(String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.concat(Stream.of(java, "-cp", classPath, mainClass), Stream.of(arguments))
                .toList();
    }
}
