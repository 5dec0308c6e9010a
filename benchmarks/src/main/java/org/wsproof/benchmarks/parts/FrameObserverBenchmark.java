package org.wsproof.benchmarks.parts;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.wsproof.proxy.tunnel.frames.FrameObserver;

/** What following the frames costs for each message of a client, one frame long, that is read whole. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class FrameObserverBenchmark {
    private static final int BINARY = 0x82;
    private static final int MASKED = 0x80;
    private static final int KEY = 0x5A17C3E9;

    /** The payload of a message, in octets. */
    @Param({"64", "1024", "16384", "1048576"})
    public int octets = 64;

    private final FrameObserver observer = FrameObserver.ofClient();
    private ByteBuffer frame = ByteBuffer.allocateDirect(0);
    private long sent;

    /** Direct, as the gateway's buffers are. */
    @Setup(Level.Trial)
    public void write() {
        frame = ByteBuffer.allocateDirect(octets + 14).put((byte) BINARY);
        if (octets < 126) {
            frame.put((byte) (MASKED | octets));
        } else if (octets < 65_536) {
            frame.put((byte) (MASKED | 126)).putShort((short) octets);
        } else {
            frame.put((byte) (MASKED | 127)).putLong(octets);
        }
        frame.putInt(KEY).position(frame.position() + octets).flip();
    }

    /** One that did not follow is no figure. */
    @TearDown(Level.Iteration)
    public void verify() {
        if (observer.messages() != sent || observer.opaque()) {
            throw new IllegalStateException("expected " + sent + " messages, found " + observer.messages());
        }
    }

    @Benchmark
    public void message() {
        observer.observe(frame);
        sent++;
    }
}
