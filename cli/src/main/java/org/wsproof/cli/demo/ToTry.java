package org.wsproof.cli.demo;

import java.util.List;

/** What a person can try while everything runs. */
record ToTry(Scene scene) {
    List<String> lines() {
        Ports ports = scene.ports();
        String http = "http://127.0.0.1:" + ports.of(Place.HTTP) + "/";
        String binary = scene.file(Scene.BINARY).toString();
        return List.of(
                "Everything runs until Ctrl-C. To try:",
                "  ./wsproof client " + ports.url(Place.HTTP)
                        + "          (sends each line you type; idle timeout 60 s)",
                "  ./wsproof client " + ports.url(Place.HTTP) + " --text hello --expect hello",
                "  ./wsproof client " + ports.url(Place.HTTPS) + " --insecure --file " + binary + " --expect-file "
                        + binary,
                "  ./wsproof client " + ports.url(Place.IDLE) + " --wait 5s          (ended when idle for 2 s)",
                "  ./wsproof client " + ports.url(Place.VALIDATING) + " --text hello          (refused: 502)",
                "  ./wsproof client " + ports.url(Place.NOT_VALIDATING) + " --text hello --expect hello",
                "  curl -i -X POST " + http + "          (refused: 405)",
                "  curl -i --http1.0 " + http + "          (refused: 426)",
                "The gateway's configuration and log are in " + scene.file(""));
    }
}
