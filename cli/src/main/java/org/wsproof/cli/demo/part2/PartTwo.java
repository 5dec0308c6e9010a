package org.wsproof.cli.demo.part2;

import java.util.ArrayList;
import java.util.List;
import org.wsproof.cli.demo.scene.Part;
import org.wsproof.cli.demo.scene.Place;
import org.wsproof.cli.demo.scene.Scene;
import org.wsproof.cli.demo.scene.Step;

/**
 * The tutorial's second part.
 *
 * @param classPath where the programs are that it starts
 */
public record PartTwo(String classPath) implements Part {
    @Override
    public List<Place> places() {
        return List.of(Place.ECHO, Place.API, Place.HTTP);
    }

    @Override
    public List<Step> steps(Scene scene) {
        Origin origin = scene.keep(new Origin());
        AuthorizationApi api = scene.keep(new AuthorizationApi(scene.certificates()));
        List<Step> steps = new ArrayList<>(new Preparation(scene, classPath, origin, api).steps());
        steps.addAll(new Admission(scene, origin, api).steps());
        return steps;
    }

    @Override
    public List<String> toTry(Scene scene) {
        String client = "  ./wsproof client " + scene.ports().url(Place.HTTP);
        String http = "http://127.0.0.1:" + scene.ports().of(Place.HTTP) + "/";
        String id = "'" + AuthorizationApi.FIELD + ": " + AuthorizationApi.CLIENT_ID + "'";
        return List.of(
                "Everything runs until Ctrl-C. To try, in another terminal:",
                client + " --header " + id + " --text hello --expect hello",
                client + " --text hello   # refused: 401",
                client + " --header '" + AuthorizationApi.FIELD + ": somebody' --text hello   # refused: 401",
                "  curl -i " + http + "   # refused: 401, as any request is",
                "  ./wsproof describe " + scene.file(Scene.CONFIGURATION) + " --format openapi --credential "
                        + AuthorizationApi.FIELD,
                "The gateway's configuration and log are tutorial.yaml and gateway.log in " + scene.file(""));
    }
}
