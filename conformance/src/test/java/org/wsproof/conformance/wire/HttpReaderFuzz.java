package org.wsproof.conformance.wire;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wsproof.conformance.fuzz.Cuts;
import org.wsproof.conformance.fuzz.Executions;
import org.wsproof.conformance.fuzz.Invariant;
import org.wsproof.conformance.model.Endpoint;
import org.wsproof.conformance.transcript.Recorder;

/** Whatever a proxy writes is read, the same however it is cut, and can be recorded and told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HttpReaderFuzz {
    private static final Endpoint AT = Endpoint.client("");

    @RegisterExtension
    final Executions executions = new Executions();

    /** All that a reader told, a line each; the tunnel's octets by themselves, since they may come in any pieces. */
    private static final class Told implements HttpReader.Listener {
        private final List<Object> told = new ArrayList<>();
        private final StringBuilder tunnel = new StringBuilder();
        private final Recorder recorder = new Recorder();
        private long body;

        @Override
        public void head(Head head) {
            told.add(head);
            recorder.head(AT, head);
        }

        @Override
        public void body(String start, long length) {
            told.add(length + start);
            body += length;
            Invariant.holds(
                    start.length() == Math.min(4096, length),
                    () -> "a body of " + length + " starts with " + start.length());
        }

        @Override
        public void tunnel(byte[] octets, int offset, int length) {
            tunnel.append(new String(octets, offset, length, StandardCharsets.ISO_8859_1));
            recorder.tunnel(AT, octets, offset, length);
        }

        @Override
        public void stray(String line) {
            told.add("stray " + line);
        }

        private void sound(int octets) {
            Invariant.holds(tunnel.length() + body <= 2L * octets, () -> "more than was read");
            Invariant.holds(
                    told.stream()
                            .noneMatch(each -> each instanceof Head head
                                    && head.startLine().contains("\n")),
                    () -> "lines");
            Invariant.holds(recorder.transcript().trace(1000).size() >= heads(), () -> "heads are lost");
        }

        private long heads() {
            return told.stream().filter(Head.class::isInstance).count();
        }
    }

    /** @param octets the first says which way they go, and whether a switch is refused at their end */
    @FuzzTest
    void readsTheSameHoweverTheOctetsCome(byte[] octets) {
        executions.one();
        int flags = octets.length > 0 ? octets[0] : 0;
        byte[] stream = octets.length > 0 ? Arrays.copyOfRange(octets, 1, octets.length) : octets;
        Told whole = read(stream, flags, false);
        Told cut = read(stream, flags, true);
        Invariant.holds(cut.told.equals(whole.told), () -> "told " + cut.told + " instead of " + whole.told);
        Invariant.holds(cut.tunnel.compareTo(whole.tunnel) == 0, () -> "another tunnel");
        whole.sound(stream.length);
        for (Head head : HeadReader.all(new String(stream, StandardCharsets.ISO_8859_1))) {
            Invariant.holds(head.startLine().contains("HTTP/"), () -> "a head that is none");
            Invariant.holds(
                    head.status() >= -1 && head.word(2) != null && head.tokens("connection") != null, () -> "a head");
        }
    }

    private static Told read(byte[] stream, int flags, boolean cut) {
        Told told = new Told();
        boolean requests = (flags & 1) == 1;
        HttpReader reader = new HttpReader(requests, told);
        reader.asked((flags & 2) == 2 ? "HEAD" : "GET");
        if (cut) {
            Cuts.feed(stream, reader::take);
        } else {
            reader.take(stream, 0, stream.length);
        }
        if ((flags & 4) == 4) {
            reader.refused();
        }
        reader.end();
        return told;
    }
}
