package org.wsproof.conformance.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.Declaration;
import org.wsproof.conformance.targets.Offer;
import org.wsproof.conformance.targets.Recipe;
import org.wsproof.conformance.targets.Site;
import org.wsproof.conformance.targets.Target;

/**
 * A target that is another one for each connection: the first connection goes to the first of these, and so on; what is empty
 * accepts and says nothing, and the last stands for all that come after.
 */
record Switchboard(List<Optional<Recipe>> lines) implements Recipe {
    @Override
    public String name() {
        return "switchboard";
    }

    @Override
    public Set<Profile> profiles() {
        return Set.of(Profile.PLAIN);
    }

    @Override
    public Target start(Site site) throws IOException {
        List<Optional<Target>> targets = new ArrayList<>();
        for (Optional<Recipe> line : lines) {
            targets.add(line.isPresent() ? Optional.of(line.get().start(site)) : Optional.empty());
        }
        ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Running running = new Running(listener, targets, targets.get(0).orElseThrow());
        run(running::accept);
        return running;
    }

    private record Running(ServerSocket listener, List<Optional<Target>> targets, Target first) implements Target {
        private void accept() throws IOException {
            List<Socket> accepted = new ArrayList<>();
            while (!listener.isClosed()) {
                Socket client = listener.accept();
                Optional<Target> target = targets.get(Math.min(accepted.size(), targets.size() - 1));
                accepted.add(client);
                if (target.isPresent()) {
                    Socket relay = new Socket();
                    URI to = Objects.requireNonNull(target.get().offers().get(Profile.PLAIN))
                            .frontside();
                    relay.connect(new InetSocketAddress(to.getHost(), to.getPort()));
                    run(() -> pump(client, relay));
                    run(() -> pump(relay, client));
                }
            }
        }

        private static void pump(Socket from, Socket to) throws IOException {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        }

        @Override
        public Declaration declaration() {
            return first.declaration();
        }

        @Override
        public Map<Profile, Offer> offers() {
            Offer plain = Objects.requireNonNull(first.offers().get(Profile.PLAIN));
            URI frontside = URI.create("ws://127.0.0.1:" + listener.getLocalPort() + "/");
            return Map.of(Profile.PLAIN, new Offer(frontside, plain.timers()));
        }

        @Override
        public boolean alive() {
            return true;
        }

        @Override
        public String lastWords() {
            return "";
        }

        @Override
        public void close() {
            try {
                listener.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            targets.forEach(target -> target.ifPresent(Target::close));
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void run(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // A connection that has ended, or the listener: there is nothing left to do.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
