package org.wsproof.cli.process;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A program to run as a child process, on the Java that runs this one.
 *
 * @param classPath where its classes are
 * @param mainClass the class with its {@code main}
 * @param options for the virtual machine
 */
public record JavaProgram(String classPath, String mainClass, List<String> options) {
    /** Without options. */
    public JavaProgram(String classPath, String mainClass) {
        this(classPath, mainClass, List.of());
    }

    /** The bundled gateway; its one argument is the configuration file. */
    public static JavaProgram gateway(String classPath) {
        return new JavaProgram(classPath, "org.wsproof.proxy.Main");
    }

    /** The same with these options. */
    public JavaProgram with(List<String> replaced) {
        return new JavaProgram(classPath, mainClass, replaced);
    }

    /** The command line that runs it. */
    public List<String> command(String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.of(List.of(java), options, List.of("-cp", classPath, mainClass), List.of(arguments))
                .flatMap(List::stream)
                .toList();
    }
}
