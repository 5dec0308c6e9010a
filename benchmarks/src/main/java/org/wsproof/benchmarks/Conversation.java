package org.wsproof.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Random;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One client and its connection: each thread of a trial has its own. Not final, since JMH derives from it. */
@State(Scope.Thread)
public class Conversation {
    private static final long SEED = 1;

    /** The payload of a message, in octets; at least 8, at most 16 MiB. */
    @Param({"64", "16384"})
    public int octets = 64;

    private byte[] message = new byte[0];
    private long count;

    @SuppressWarnings("NullAway.Init") // JMH calls open first
    private EchoClient client;

    /** Connects, and performs the opening handshake. */
    @Setup(Level.Trial)
    public void open(Route route) throws IOException {
        if (octets < Long.BYTES || octets > FrameReader.MOST) {
            throw new IllegalArgumentException(
                    "octets: expected " + Long.BYTES + " to " + FrameReader.MOST + ", found " + octets);
        }
        Random random = new Random(SEED);
        message = new byte[octets];
        random.nextBytes(message);
        client = EchoClient.connect(route.address(), random);
    }

    /** Ends the connection. */
    @TearDown(Level.Trial)
    public void close() throws IOException {
        client.close();
    }

    /** Sends a message that was not sent before, and returns when its echo has been compared with it. */
    void exchange() throws IOException {
        ByteBuffer.wrap(message).putLong(0, count++);
        client.echo(message);
    }
}
