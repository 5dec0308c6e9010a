package org.wsproof.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.wsproof.conformance.model.Endpoint;
import org.wsproof.conformance.model.Step.Operation;
import org.wsproof.conformance.transcript.Event;
import org.wsproof.conformance.transcript.Event.What;

class TraceTest {
    @Test
    void aLineThatIsCutIsMarked() {
        Event event = new Event(0, Endpoint.client("a"), What.HEAD, 200, "x".repeat(500));

        assertThat(Trace.lines(List.of(event)).get(1)).hasSize(Trace.WIDTH).endsWith("x…");
    }

    @Test
    void aLongTraceLosesItsMiddleAndSaysSo() {
        List<Event> events = IntStream.range(0, 100)
                .mapToObj(i -> new Event(i * 1000L, Endpoint.client("a"), What.FRAME, 0, "frame " + i))
                .toList();

        List<String> lines = Trace.lines(events);

        assertThat(lines).hasSize(1 + 40 + 1 + 20);
        assertThat(lines.get(41)).contains("40 more");
        assertThat(lines.get(42)).endsWith("frame 80");
    }

    @Test
    void endpointsAreNamedWhereThereAreSeveral() {
        List<String> lines = Trace.lines(List.of(
                new Event(0, Endpoint.client("a"), What.SENT, 0, "GET /a HTTP/1.1"),
                new Event(9, Endpoint.client("fence"), What.SENT, 0, "GET /fence HTTP/1.1")));

        assertThat(lines.get(1)).endsWith("  [a] GET /a HTTP/1.1");
        assertThat(lines.get(2)).endsWith("  [fence] GET /fence HTTP/1.1");
    }

    @Test
    void anAuthorityHasALaneOfItsOwnForBothDirections() {
        List<String> lines = Trace.lines(List.of(
                new Event(0, Endpoint.client("a"), What.SENT, 0, "GET /a HTTP/1.1"),
                new Event(9, Endpoint.authority("a"), What.HEAD, 0, "GET /may HTTP/1.1"),
                new Event(9, Endpoint.authority("a"), What.SENT, 0, "HTTP/1.1 200 OK")));

        assertThat(lines.get(0)).endsWith("authority");
        int lane = lines.get(0).indexOf("authority");
        assertThat(lines.get(2).substring(lane)).isEqualTo("> GET /may HTTP/1.1");
        assertThat(lines.get(3).substring(lane)).isEqualTo("< HTTP/1.1 200 OK");
    }

    @Test
    void whatTheOperatorDoesStandsBeforeAllLanes() {
        Event told = new Event(9, Endpoint.operator(Operation.DRAIN), What.OPERATED, 0, "told to drain");
        assertThat(Trace.lines(List.of(told)).get(1)).endsWith("  (operated) told to drain");
    }

    @Test
    void octetsThatMoveTheCursorAreShownAsText() {
        assertThat(Trace.printable("a\r\n\u001b[2J\u0085é")).isEqualTo("a\\r\\n\\x1b[2J\\x85é");
    }
}
