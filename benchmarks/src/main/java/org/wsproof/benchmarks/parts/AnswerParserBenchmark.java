package org.wsproof.benchmarks.parts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
import org.openjdk.jmh.annotations.Warmup;
import org.wsproof.proxy.backside.Answer;
import org.wsproof.proxy.backside.AnswerException;
import org.wsproof.proxy.backside.AnswerParser;

/** What reading the head of an origin's 101 costs, which arrives whole. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class AnswerParserBenchmark {
    private static final String FIRST = """
            HTTP/1.1 101 Switching Protocols\r
            Connection: Upgrade\r
            Upgrade: websocket\r
            Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r
            """;
    private static final int IN_FIRST = 3;
    private static final int MOST_OCTETS = 128_000;
    private static final int MOST_FIELDS = 200;

    /** How many the head has; at least 3. Those beyond the three that a 101 needs are 40 octets long. */
    @Param({"3", "20"})
    public int fields = IN_FIRST;

    private ByteBuffer head = ByteBuffer.allocateDirect(0);

    /** Direct, as the gateway's buffers are. */
    @Setup(Level.Trial)
    public void write() {
        StringBuilder text = new StringBuilder(FIRST);
        for (int i = IN_FIRST; i < fields; i++) {
            text.append(String.format("X-Field-%02d: twenty-six octets of text\r\n", i));
        }
        byte[] octets = text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        head = ByteBuffer.allocateDirect(octets.length).put(octets).flip();
    }

    /** One that was read wrongly is no figure. */
    @Benchmark
    public Answer answer() throws AnswerException {
        Answer answer = new AnswerParser(MOST_OCTETS, MOST_FIELDS)
                .feed(head)
                .orElseThrow(() -> new IllegalStateException("expected a whole head, found part of one"));
        if (answer.status() != 101 || head.hasRemaining()) {
            throw new IllegalStateException("expected a 101 and no more, found " + answer + " and " + head);
        }
        head.rewind();
        return answer;
    }
}
