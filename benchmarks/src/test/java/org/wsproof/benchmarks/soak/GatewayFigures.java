package org.wsproof.benchmarks.soak;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wsproof.benchmarks.GatewayProcess;

/** What can be seen of the gateway's process from outside of it. */
final class GatewayFigures {
    private static final Pattern SOCKET = Pattern.compile("socket:\\[(\\d+)]");
    private static final Pattern TOTAL = Pattern.compile("\"total\" : (\\d+)");
    private static final String CLOSE_WAIT = "08";
    private static final int STATE = 3;
    private static final int INODE = 9;
    private static final int PATIENCE_MILLIS = 10_000;

    private final GatewayProcess gateway;

    GatewayFigures(GatewayProcess gateway) {
        this.gateway = gateway;
    }

    /**
     * Those of one moment.
     *
     * @param collected whether a garbage collection is asked for before
     */
    Figures now(boolean collected) throws IOException {
        if (collected) {
            collect();
        }
        // Before anything is asked of the admin listener, which takes a descriptor for a moment.
        int descriptors = descriptors().size();
        long closeWait = closeWait();
        String metrics = page("/metrics");
        return new Figures(
                descriptors,
                closeWait,
                tunnels(),
                sum(metrics, "jvm_memory_used_bytes\\{area=\"heap\"[^}]*}"),
                sum(metrics, "jvm_buffer_memory_used_bytes\\{id=\"direct\"[^}]*}"));
    }

    private List<String> descriptors() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc", Long.toString(gateway.pid()), "fd"))) {
            return all.map(GatewayFigures::target)
                    .filter(target -> !target.isEmpty())
                    .toList();
        }
    }

    /** One that is closed meanwhile leads nowhere. */
    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException gone) {
            return "";
        }
    }

    private long closeWait() throws IOException {
        Set<String> inodes = new HashSet<>();
        for (String descriptor : descriptors()) {
            Matcher socket = SOCKET.matcher(descriptor);
            if (socket.matches()) {
                inodes.add(socket.group(1));
            }
        }
        long count = 0;
        for (String table : List.of("tcp", "tcp6")) {
            Path path = Path.of("/proc", Long.toString(gateway.pid()), "net", table);
            for (String line : Files.readAllLines(path)) {
                String[] columns = line.strip().split(" +", -1);
                count += columns[STATE].equals(CLOSE_WAIT) && inodes.contains(columns[INODE]) ? 1 : 0;
            }
        }
        return count;
    }

    private long tunnels() throws IOException {
        Matcher total = TOTAL.matcher(page("/tunnels?limit=0"));
        if (!total.find()) {
            throw new IOException("/tunnels says no total");
        }
        return Long.parseLong(total.group(1));
    }

    private static long sum(String metrics, String name) throws IOException {
        Matcher each = Pattern.compile("(?m)^" + name + " (\\S+)$").matcher(metrics);
        double sum = 0;
        int found = 0;
        while (each.find()) {
            sum += Double.parseDouble(each.group(1));
            found++;
        }
        if (found == 0) {
            throw new IOException("/metrics has no " + name);
        }
        return (long) sum;
    }

    private String page(String path) throws IOException {
        InetSocketAddress admin = gateway.admin();
        URI uri = URI.create("http://" + admin.getAddress().getHostAddress() + ":" + admin.getPort() + path);
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setRequestProperty("Connection", "close");
        connection.setReadTimeout(PATIENCE_MILLIS);
        return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private void collect() throws IOException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(gateway.pid()),
                        "GC.run")
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!jcmd.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS) || jcmd.exitValue() != 0) {
                throw new IOException("jcmd does not collect garbage: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
