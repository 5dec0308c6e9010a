package org.wsproof.cli.demo.part2;

import java.io.IOException;
import java.util.List;
import org.wsproof.cli.demo.scene.Place;
import org.wsproof.cli.demo.scene.Scene;
import org.wsproof.cli.demo.scene.Step;
import org.wsproof.cli.process.JavaProgram;
import org.wsproof.conformance.targets.recipes.ProxyProcess;

/** Starts what the second part needs: an echo server, the API, and the gateway that asks it. */
record Preparation(Scene scene, String classPath, Origin origin, AuthorizationApi api) {
    List<Step> steps() {
        return List.of(
                new Step("start the echo server", "", this::echo),
                new Step("start the authorization API", "", this::authority),
                new Step("start the gateway", "", this::gateway));
    }

    private String echo() throws IOException {
        origin.open(scene.ports().address(Place.ECHO));
        return scene.ports().url(Place.ECHO) + ", its connections are counted";
    }

    private String authority() throws IOException {
        api.open(scene.ports().address(Place.API));
        return "https://localhost:" + scene.ports().of(Place.API) + AuthorizationApi.PATH + ", wants "
                + AuthorizationApi.FIELD + ": " + AuthorizationApi.CLIENT_ID;
    }

    private String gateway() throws IOException {
        long start = System.nanoTime();
        ProxyProcess child = scene.start(
                "gateway",
                JavaProgram.gateway(classPath),
                List.of(Place.HTTP),
                scene.file(Scene.CONFIGURATION).toString());
        return "process " + child.pid() + ", " + scene.ports().url(Place.HTTP) + ", ready after "
                + Step.millisSince(start);
    }
}
