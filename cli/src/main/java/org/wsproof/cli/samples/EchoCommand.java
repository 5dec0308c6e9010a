package org.wsproof.cli.samples;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import org.wsproof.cli.Durations;
import org.wsproof.cli.UsageException;
import org.wsproof.sample.server.EchoServer;
import org.wsproof.sample.server.ServerCertificate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wsproof echo}: runs the tutorial's echo server until it is told to stop. */
@Command(
        name = "echo",
        sortOptions = false,
        description = "Runs the tutorial's echo server, until it is interrupted: greets each connection with"
                + " 'Connection Established' and sends every message back.",
        footer = {
            "",
            "Exit codes: 0 stopped; 2 usage, or the port is in use.",
            "",
            "Examples:",
            "  ./wsproof echo --port 8080 --delay 5s",
            "  ./wsproof echo --tls --port 8443"
        })
public final class EchoCommand implements Callable<Integer> {
    private static final int USUAL_PORT = 8080;
    private static final int LAST_PORT = 65_535;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Where to listen; 0 takes a free port (default: the environment's 'port', else 8080).")
    private Optional<Integer> port = Optional.empty();

    @Option(names = "--address", paramLabel = "HOST", description = "Where to listen (default: ${DEFAULT-VALUE}).")
    private String address = "127.0.0.1";

    @Option(
            names = "--delay",
            paramLabel = "TIME",
            converter = Durations.class,
            description = "Pause before each echo, 5s say, as the original does; other connections go on.")
    private Optional<Duration> delay = Optional.empty();

    @Option(names = "--tls", description = "Speak TLS (wss), with a self-signed certificate unless one is given.")
    private boolean tls;

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description = "PEM certificate, with its issuers' behind it; needs --key, means --tls.")
    private Optional<Path> certificate = Optional.empty();

    @Option(names = "--key", paramLabel = "FILE", description = "The certificate's key, PEM, not encrypted.")
    private Optional<Path> key = Optional.empty();

    @Override
    public Integer call() throws UsageException {
        // Before the first logger is made: its log is what a person looks at.
        System.setProperty("wsproof.log", System.getProperty("wsproof.log", "INFO"));
        Optional<SSLContext> identity = identity();
        try (EchoServer server = EchoServer.start(where(), delay.orElse(Duration.ZERO), identity)) {
            return serve(
                    server,
                    identity.isPresent() ? "wss" : "ws",
                    spec.commandLine().getOut());
        } catch (IOException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private static int serve(EchoServer server, String scheme, PrintWriter out) {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            server.close();
                            stopped.countDown();
                        },
                        "wsproof-stop"));
        InetSocketAddress address = server.address();
        String host = address.getAddress().getHostAddress();
        out.println(
                "ready: " + scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort());
        out.flush();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private InetSocketAddress where() throws UsageException {
        int number = port.isPresent() ? port.get() : environmentPort();
        if (number < 0 || number > LAST_PORT) {
            throw new UsageException("a port is 0 to " + LAST_PORT + ", not " + number);
        }
        try {
            return new InetSocketAddress(InetAddress.getByName(address), number);
        } catch (UnknownHostException e) {
            throw new UsageException("the host name '" + address + "' is not known");
        }
    }

    private static int environmentPort() throws UsageException {
        String set = Optional.ofNullable(System.getenv("port")).orElse("");
        try {
            return set.isEmpty() ? USUAL_PORT : Integer.parseInt(set);
        } catch (NumberFormatException e) {
            throw new UsageException("the environment's 'port' is '" + set + "', which is no port");
        }
    }

    private Optional<SSLContext> identity() throws UsageException {
        if (certificate.isPresent() != key.isPresent()) {
            throw new UsageException("--certificate and --key go together");
        }
        if (certificate.isPresent() && key.isPresent()) {
            try {
                return Optional.of(ServerCertificate.read(certificate.get(), key.get()));
            } catch (IOException e) {
                throw new UsageException(String.valueOf(e.getMessage()));
            }
        }
        return tls
                ? Optional.of(ServerCertificate.selfSigned(List.of("localhost", "127.0.0.1", "::1")))
                : Optional.empty();
    }
}
