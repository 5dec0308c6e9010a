package org.wsproof.benchmarks.load.origin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * The scripted origin as a program: {@code OriginMain ADDRESS PORT}. It prints the port it listens on, answers each line on its
 * standard input with a line of what it has counted, and ends with that input.
 */
public final class OriginMain {
    private OriginMain() {}

    /** Runs until the standard input ends. */
    public static void main(String[] args) throws IOException {
        InetSocketAddress address = new InetSocketAddress(args[0], Integer.parseInt(args[1]));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (ScriptedOrigin origin = ScriptedOrigin.start(address)) {
            System.out.println(origin.address().getPort());
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                System.out.println(new OriginReport(origin.counts().now(), origin.wrong()).line());
            }
        }
    }
}
