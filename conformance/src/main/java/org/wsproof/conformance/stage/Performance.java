package org.wsproof.conformance.stage;

import java.io.IOException;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.wsproof.conformance.judge.Fact;
import org.wsproof.conformance.judge.Judge;
import org.wsproof.conformance.judge.Outcome;
import org.wsproof.conformance.judge.Result;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.model.Endpoint;
import org.wsproof.conformance.model.Listening;
import org.wsproof.conformance.model.Peer;
import org.wsproof.conformance.model.Step.Listen;
import org.wsproof.conformance.targets.Offer;
import org.wsproof.conformance.transcript.Recorder;
import org.wsproof.conformance.transcript.Transcript;
import org.wsproof.conformance.wire.OpeningHandshake;

/** One case, performed once on a stage. */
public final class Performance {
    private static final int TRACED = 150;
    private static final long JUDGED_AGAIN_NANOS = 1_000_000_000L;
    private static final long JUDGED_EVERY_MILLIS = 25;

    private final Case subject;
    private final Stage stage;
    private final Offer offer;
    private final long number;
    private final Random random;
    private final Recorder recorder = new Recorder();
    private final Judge judge;
    private final Map<Endpoint, Actor> actors = new ConcurrentHashMap<>();

    public Performance(Case subject, Stage stage, Offer offer) {
        this.subject = subject;
        this.stage = stage;
        this.offer = offer;
        this.number = stage.registry().nextNumber();
        this.judge = new Judge(subject, stage.target().declaration().mode(), offer.timers());
        this.random = new Random(stage.settings().seed() + subject.id().hashCode());
    }

    /** Performs the steps, judges until the claims hold or a second has passed, and closes what the case opened. */
    public Result run() throws InterruptedException {
        long began = System.nanoTime();
        stage.registry().enter(this);
        try {
            Outcome outcome = outcome();
            Transcript transcript = recorder.transcript();
            long millis = (System.nanoTime() - began) / 1_000_000;
            return new Result(subject, outcome, endings(transcript), millis, transcript.trace(TRACED));
        } finally {
            stage.registry().leave(this);
            actors.values().forEach(Performance::close);
        }
    }

    private Outcome outcome() throws InterruptedException {
        try {
            new Script(this).perform();
            return judged();
        } catch (IOException e) {
            return new Outcome.SetupFailed(List.of(new Fact("set-up", String.valueOf(e.getMessage()))));
        } catch (RuntimeException e) {
            return new Outcome.HarnessFault(List.of(new Fact("exception", e + " at " + e.getStackTrace()[0])));
        }
    }

    private Outcome judged() throws InterruptedException {
        long deadline = System.nanoTime() + JUDGED_AGAIN_NANOS;
        Outcome outcome = judge.judge(recorder.transcript());
        while (accuses(outcome) && System.nanoTime() < deadline) {
            recorder.waitForMore(JUDGED_EVERY_MILLIS);
            outcome = judge.judge(recorder.transcript());
        }
        return outcome;
    }

    private static void close(Actor actor) {
        if (!(actor instanceof OriginActor origin && origin.reusable())) {
            actor.connection().close();
        }
    }

    private static boolean accuses(Outcome outcome) {
        return outcome instanceof Outcome.Failed || outcome instanceof Outcome.Warned;
    }

    private static Set<Ending> endings(Transcript transcript) {
        Set<Ending> endings = EnumSet.noneOf(Ending.class);
        transcript.sightings().stream()
                .filter(s -> s.at().peer() == Peer.CLIENT)
                .forEach(s -> endings.addAll(s.endings()));
        return endings;
    }

    long number() {
        return number;
    }

    Case subject() {
        return subject;
    }

    Stage stage() {
        return stage;
    }

    Offer offer() {
        return offer;
    }

    Recorder recorder() {
        return recorder;
    }

    /** How many messages the origin has said at this client of its own accord; 0 where the origin is the kit's. */
    int greeting(Endpoint client) {
        return judge.greeting(recorder.transcript(), client);
    }

    /** A peer's end of an exchange has come to be. */
    void joined(Endpoint at, Actor actor) {
        actors.put(at, actor);
    }

    Optional<Actor> actor(Endpoint at) {
        return Optional.ofNullable(actors.get(at));
    }

    /** How this case's origin, or its authority, listens. */
    Listening listening(Peer peer) {
        return listens(peer).map(Listen::how).reduce((a, b) -> b).orElse(Listening.SCRIPTED);
    }

    /** The certificate that it shows; "" for the profile's own. */
    String certificate(Peer peer) {
        return listens(peer).map(Listen::certificate).reduce((a, b) -> b).orElse("");
    }

    /** A fresh key; the same in every run with the same seed. */
    synchronized String key() {
        return OpeningHandshake.key(random);
    }

    /** The request target that carries a tag of this case. */
    String target(String tag) {
        URI front = offer.frontside();
        String path = front.getRawPath() == null || front.getRawPath().isEmpty() ? "/" : front.getRawPath();
        String base = front.getRawQuery() == null ? path : path + "?" + front.getRawQuery();
        return stage.settings().token().target(base, stage.registry().run(), new Token.Owner(number, tag));
    }

    private Stream<Listen> listens(Peer peer) {
        return subject.allSteps()
                .filter(Listen.class::isInstance)
                .map(Listen.class::cast)
                .filter(listen -> listen.peer() == peer);
    }
}
