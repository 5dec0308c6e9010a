package org.wsproof.cli.demo.part1;

import java.io.IOException;
import java.util.List;
import org.wsproof.cli.demo.scene.Place;
import org.wsproof.cli.demo.scene.Scene;
import org.wsproof.cli.demo.scene.Step;
import org.wsproof.cli.process.JavaProgram;
import org.wsproof.conformance.targets.recipes.ProxyProcess;

/** The tutorial's prerequisites, and its gateway: three steps that start a process each. */
record Preparation(Scene scene, String classPath) {
    List<Step> steps() {
        return List.of(
                new Step("start the echo server", "", () -> echo(Place.ECHO, "echo server")),
                new Step(
                        "start one with TLS",
                        "",
                        () -> echo(Place.TLS_ECHO, "echo server with TLS", "--tls") + ", self-signed certificate"),
                new Step("start the gateway", "", this::gateway));
    }

    private String echo(Place place, String name, String... options) throws IOException {
        String port = String.valueOf(scene.ports().of(place));
        String[] arguments = new String[options.length + 3];
        arguments[0] = "echo";
        arguments[1] = "--port";
        arguments[2] = port;
        System.arraycopy(options, 0, arguments, 3, options.length);
        long start = System.nanoTime();
        ProxyProcess child =
                scene.start(name, new JavaProgram(classPath, "org.wsproof.cli.Main"), List.of(place), arguments);
        return started(child, start, scene.ports().url(place));
    }

    private String gateway() throws IOException {
        List<Place> places = List.of(Place.HTTP, Place.HTTPS, Place.IDLE, Place.VALIDATING, Place.NOT_VALIDATING);
        long start = System.nanoTime();
        ProxyProcess child = scene.start(
                "gateway",
                JavaProgram.gateway(classPath),
                places,
                scene.file(Scene.CONFIGURATION).toString());
        return started(child, start, places.size() + " handlers");
    }

    private static String started(ProxyProcess child, long start, String what) {
        return "process " + child.pid() + ", " + what + ", ready after " + Step.millisSince(start);
    }
}
