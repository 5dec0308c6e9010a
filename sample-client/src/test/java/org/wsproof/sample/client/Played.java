package org.wsproof.sample.client;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How a conversation went. */
record Played(int exit, String out, String err) {
    /** Actions as in a script, one each. */
    static Played play(String url, String... lines) throws Exception {
        List<Action> actions = new ArrayList<>();
        for (String line : lines) {
            String[] words = line.split(" ", 2);
            actions.add(Action.parse(words[0], words.length > 1 ? words[1] : "", Path.of("")));
        }
        return at(destination(url), client -> client.play(actions));
    }

    static Played sendLines(String url, String input) throws Exception {
        return at(destination(url), client -> client.sendLines(new BufferedReader(new StringReader(input))));
    }

    static Played at(Destination destination, Play play) throws Exception {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = play.play(new Client(destination, new PrintWriter(out, true), new PrintWriter(err, true)));
        return new Played(exit, out.toString(), err.toString());
    }

    static Destination destination(String url) throws ActionException {
        List<String> headers = List.of("x-ibm-client-id: 1234");
        return new Destination(
                Destination.uri(url), Destination.headers(headers), List.of("chat"), false, Duration.ofSeconds(2));
    }

    /** What is done with the client. */
    interface Play {
        int play(Client client) throws InterruptedException;
    }
}
