package org.wsproof.cli.demo.part1;

import java.util.List;
import org.wsproof.cli.demo.scene.Place;
import org.wsproof.cli.demo.scene.Ports;
import org.wsproof.cli.demo.scene.Scene;

/** What a person can try while everything runs: lines to paste into a shell. */
record ToTry(Scene scene) {
    List<String> lines() {
        Ports ports = scene.ports();
        String client = "  ./wsproof client ";
        String http = "http://127.0.0.1:" + ports.of(Place.HTTP) + "/";
        String binary = scene.file(Scene.BINARY).toString();
        return List.of(
                "Everything runs until Ctrl-C. To try, in another terminal:",
                client + ports.url(Place.HTTP) + "   # sends each line that you type; idle timeout 60 s",
                client + ports.url(Place.HTTP) + " --text hello --expect hello",
                client + ports.url(Place.HTTPS) + " --insecure --file " + binary + " --expect-file " + binary,
                client + ports.url(Place.IDLE) + " --wait 5s   # ended when idle for 2 s",
                client + ports.url(Place.VALIDATING) + " --text hello   # refused: 502",
                client + ports.url(Place.NOT_VALIDATING) + " --text hello --expect hello",
                "  curl -i -X POST " + http + "   # refused: 405",
                "  curl -i --http1.0 " + http + "   # refused: 426",
                "The gateway's configuration and log are tutorial.yaml and gateway.log in " + scene.file(""));
    }
}
