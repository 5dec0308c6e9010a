package org.wsproof.proxy;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.wsproof.proxy.config.Configuration;
import org.wsproof.proxy.config.ConfigurationLoader;
import org.wsproof.proxy.config.yaml.ConfigurationException;

/** The gateway as a program: {@code Main CONFIG}. */
public final class Main {
    private static final int MISTAKE = 2;

    private Main() {}

    /** Runs until SIGTERM or SIGINT; exits 2, with one line on stderr, if the configuration cannot be run. */
    public static void main(String[] args) {
        int status = run(List.of(args), System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    /**
     * Starts the gateway of the one configuration file in {@code args}, prints a line for each handler once all accept
     * connections, and returns when the process is told to stop.
     *
     * @return 0 after a stop; 2 if there is not one file, if it has a mistake, or if an address is in use, said on
     *     {@code err} in one line, and nothing started
     */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        if (args.size() != 1) {
            err.println("expected one argument, the configuration file; found " + args.size());
            return MISTAKE;
        }
        Path file = Path.of(args.get(0));
        try {
            Configuration configuration = ConfigurationLoader.load(file);
            return serve(Gateway.start(configuration), out);
        } catch (ConfigurationException mistake) {
            err.println(mistake.getMessage());
        } catch (UnbindableException taken) {
            err.println(taken.in(file).getMessage());
        } catch (IOException cannotStart) {
            err.println(file + ": " + cannotStart.getMessage());
        }
        return MISTAKE;
    }

    /** Brackets set an IPv6 address apart from its port (RFC 3986 §3.2.2). */
    private static String authority(Gateway.Listening each) {
        String address = each.handler().address();
        return (address.indexOf(':') < 0 ? address : "[" + address + "]") + ":" + each.port();
    }

    private static int serve(Gateway gateway, PrintStream out) {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            gateway.close();
                            stopped.countDown();
                        },
                        "wsproof-stop"));
        for (Gateway.Listening each : gateway.listening()) {
            out.println("ready: " + each.handler().name() + " " + authority(each) + " -> "
                    + each.gateway().defaultBacksideUrl());
        }
        out.flush();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            gateway.close();
            Thread.currentThread().interrupt();
        }
        return 0;
    }
}
