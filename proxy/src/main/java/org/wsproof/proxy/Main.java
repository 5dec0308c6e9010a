package org.wsproof.proxy;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.wsproof.proxy.config.yaml.ConfigurationException;
import org.wsproof.proxy.reload.FileWatch;
import org.wsproof.proxy.reload.Snapshot;

/** The gateway as a program: {@code Main CONFIG}. */
public final class Main {
    private static final int MISTAKE = 2;

    private Main() {}

    /**
     * Runs until SIGTERM or SIGINT, and then drains; the virtual machine then exits with 143 or 130. Exits 2, with one line on
     * stderr, if the configuration cannot be run.
     */
    public static void main(String[] args) {
        int status = run(List.of(args), System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    /**
     * Starts the gateway of the one configuration file in {@code args}, prints a line for each handler once all accept
     * connections, serves the file anew whenever it changes, and returns when the process was told to stop and has drained.
     *
     * @return 0 after a stop; 2 if there is not one file, if it has a mistake, or if an address is in use, said on
     *     {@code err} in one line, and nothing started
     */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        if (args.size() != 1) {
            err.println("expected one argument, the configuration file; found " + args.size());
            return MISTAKE;
        }
        ConfigurationFile file = new ConfigurationFile(Path.of(args.get(0)));
        Snapshot read = new Snapshot();
        try {
            Gateway gateway = file.read(read, Gateway::start);
            return serve(gateway, Reloading.start(file, gateway, read), out);
        } catch (ConfigurationException mistake) {
            err.println(mistake.getMessage());
            return MISTAKE;
        }
    }

    /** Brackets set an IPv6 address apart from its port (RFC 3986 §3.2.2). */
    private static String authority(Gateway.Listening each) {
        String address = each.handler().address();
        return (address.indexOf(':') < 0 ? address : "[" + address + "]") + ":" + each.port();
    }

    private static int serve(Gateway gateway, FileWatch watch, PrintStream out) {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            stop(gateway, watch);
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
            watch.close();
            gateway.close();
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static void stop(Gateway gateway, FileWatch watch) {
        watch.close();
        try {
            gateway.drain();
        } catch (InterruptedException hastened) {
            Thread.currentThread().interrupt();
        }
        gateway.close();
    }
}
