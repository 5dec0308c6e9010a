package org.wsproof.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The clients of one thread of a trial, and the message that they send. Not final, since JMH derives from it. */
@State(Scope.Thread)
public class Tunnels {
    private static final long SEED = 1;

    /** The payload of a message, in octets; at least 8, at most 16 MiB. */
    @Param({"64", "1024", "16384", "1048576"})
    public int octets = 64;

    /** How many are open; at least 1. */
    @Param({"1", "32", "512"})
    public int tunnels = 1;

    private final List<EchoClient> clients = new ArrayList<>();
    private byte[] message = new byte[0];
    private long count;
    private int turn;

    /** Connects, and performs the opening handshakes. */
    @Setup(Level.Trial)
    public void open(Route route) throws IOException {
        within("octets", octets, Long.BYTES, FrameReader.MOST);
        within("tunnels", tunnels, 1, Integer.MAX_VALUE);
        Random random = new Random(SEED);
        message = new byte[octets];
        random.nextBytes(message);
        for (int i = 0; i < tunnels; i++) {
            clients.add(EchoClient.connect(route.door(), random));
        }
    }

    private static void within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + ": expected " + least + " to " + most + ", found " + value);
        }
    }

    /** Ends the connections. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        for (EchoClient client : clients) {
            client.close();
        }
        clients.clear();
    }

    /** Over the next tunnel in turn: sends a message that was not sent before, and returns when its echo has been compared. */
    void exchange() throws IOException {
        next();
        clients.get(turn).echo(message);
        turn = (turn + 1) % clients.size();
    }

    /** Over all tunnels at once: sends a message over each, and returns how many echoes have been compared: one each. */
    int exchangeOverAll() throws IOException {
        next();
        for (EchoClient client : clients) {
            client.send(message);
        }
        for (EchoClient client : clients) {
            client.expect(message);
        }
        return clients.size();
    }

    private void next() {
        ByteBuffer.wrap(message).putLong(0, count++);
    }
}
