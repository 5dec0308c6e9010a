package org.wsproof.conformance.report;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wsproof.conformance.engine.Known;
import org.wsproof.conformance.engine.Report;
import org.wsproof.conformance.judge.Fact;
import org.wsproof.conformance.judge.Outcome;
import org.wsproof.conformance.judge.Result;
import org.wsproof.conformance.model.Basis;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.model.Endpoint;
import org.wsproof.conformance.model.Level;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.targets.Declaration;
import org.wsproof.conformance.targets.Mode;
import org.wsproof.conformance.transcript.Event;
import org.wsproof.conformance.transcript.Event.What;

/** Results as the engine hands them over, small enough to read. */
public final class Samples {
    private static final Endpoint CLIENT = Endpoint.client("a");
    private static final Endpoint ORIGIN = Endpoint.origin("a");

    private Samples() {}

    public static Report report(Set<String> known, Result... results) {
        return report("nginx", known, results);
    }

    /** Of a target by this name. */
    public static Report report(String target, Set<String> known, Result... results) {
        return new Report(
                new Declaration(target, "1.22.1", Mode.TRANSPARENT),
                7,
                List.of(results),
                new Known(known, Set.of()),
                1,
                Map.of(),
                Optional.empty(),
                Duration.ofMillis(1234));
    }

    public static Result passed(String id) {
        return result(id, Level.MUST, new Outcome.Passed(List.of()));
    }

    public static Result failed(String id) {
        Result bare = result(
                id,
                Level.MUST,
                new Outcome.Failed(List.of(
                        new Fact("expected", "status 502"), new Fact("but was", "101"), new Fact("at", "client a"))));
        return new Result(bare.subject(), bare.outcome(), Set.of(Ending.FIN, Ending.RST), 12, trace());
    }

    public static Result warned(String id) {
        return result(
                id,
                Level.SHOULD,
                new Outcome.Warned(List.of(new Fact("expected", "Via"), new Fact("but was", "none"))));
    }

    public static Result observed(String id) {
        return result(id, Level.OBSERVE, new Outcome.Observed(List.of(new Fact("observed", "half-close kept"))));
    }

    public static Result result(String id, Level level, Outcome outcome) {
        return new Result(subject(id, level), outcome, Set.of(), 3, List.of());
    }

    private static Case subject(String id, Level level) {
        return new Case(
                id,
                "A 101 with a wrong accept value makes no tunnel.",
                level,
                new Basis.Rfc(6455, "4.1", "MUST"),
                Profile.PLAIN,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Case.Why.UNTOLD,
                new Case.Framing.AsEver());
    }

    private static List<Event> trace() {
        return List.of(
                new Event(120, CLIENT, What.CONNECTED, 0, ""),
                new Event(240, CLIENT, What.SENT, 0, "GET /?wsproof=a HTTP/1.1"),
                new Event(1_310, ORIGIN, What.HEAD, 0, "GET /?wsproof=a HTTP/1.1"),
                new Event(1_400, ORIGIN, What.SENT, 0, "HTTP/1.1 101 Switching Protocols"),
                new Event(2_050, CLIENT, What.HEAD, 101, "HTTP/1.1 101 Switching Protocols"),
                new Event(2_900, ORIGIN, What.FRAME, 0, "text 20 octets, masked, \"hello\u0001\""),
                new Event(1_002_900, CLIENT, What.MISSED, 0, "frame 1"),
                new Event(1_003_000, ORIGIN, What.FINISHED, 0, "FIN"));
    }
}
