package org.wsproof.conformance.stage;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.wsproof.conformance.model.Endpoint;
import org.wsproof.conformance.model.Octets.Raw;
import org.wsproof.conformance.model.Peer;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Step;
import org.wsproof.conformance.model.Step.Await;
import org.wsproof.conformance.model.Step.Finish;
import org.wsproof.conformance.model.Step.Open;
import org.wsproof.conformance.model.Step.Operate;
import org.wsproof.conformance.model.Step.Operation;
import org.wsproof.conformance.model.Step.Pace;
import org.wsproof.conformance.model.Step.Pause;
import org.wsproof.conformance.model.Step.Send;
import org.wsproof.conformance.stage.ClientActor.Door;
import org.wsproof.conformance.stage.operation.Operator;
import org.wsproof.conformance.targets.Timers;
import org.wsproof.conformance.transcript.Event;
import org.wsproof.conformance.transcript.Recorder;

/** Performs a case's steps, in order, on one thread. Judges nothing: what could not be done is recorded. */
final class Script {
    private final Performance performance;
    private final Recorder recorder;
    private final Timers timers;
    private Optional<Await> lastAwait = Optional.empty();
    private long awaitUntil;
    private Optional<Operator> operator = Optional.empty();
    /** Whether the target has a reason to take no connection, and then it is for the claims to judge. */
    private boolean told;

    Script(Performance performance) {
        this.performance = performance;
        this.recorder = performance.recorder();
        this.timers = performance.offer().timers();
    }

    /** @throws IOException if the target accepted no connection: the case could not be put to it */
    void perform() throws IOException, InterruptedException {
        for (Step step : Step.expanded(performance.subject().steps())) {
            if (!(step instanceof Await)) {
                lastAwait = Optional.empty();
            }
            perform(step);
        }
    }

    private void perform(Step step) throws IOException, InterruptedException {
        if (step instanceof Open open) {
            open(open);
        } else if (step instanceof Send send) {
            send(send);
        } else if (step instanceof Await await) {
            await(await);
        } else if (step instanceof Pace pace) {
            actor(pace.at(), "pace").ifPresent(actor -> actor.connection().pace(pace.reading()));
        } else if (step instanceof Finish finish) {
            finish(finish);
        } else if (step instanceof Pause pause) {
            TimeUnit.NANOSECONDS.sleep(timers.nanos(pause.span()));
        } else if (step instanceof Operate operate) {
            operate(operate.what());
        }
        // Listen is the stage's to arrange, before the first step.
    }

    /** The stage performs only what the target offers. */
    private void operate(Operation what) throws IOException, InterruptedException {
        Operator known = operator.orElseGet(() ->
                performance.stage().operator(recorder, performance.subject().profile()));
        operator = Optional.of(known);
        told |= what != Operation.GAUGE;
        known.perform(what);
    }

    private void open(Open open) throws IOException {
        Endpoint at = open.client();
        Stage stage = performance.stage();
        try {
            Door door = new Door(performance.offer().frontside(), open.serverName(), open.tlsVersion(), stage.trust());
            ClientActor actor = ClientActor.open(at, recorder, door, stage.threads());
            performance.joined(at, actor);
        } catch (SSLException e) {
            recorder.event(at, Event.What.TLS_FAILED, 0, String.valueOf(e.getMessage()));
        } catch (ConnectException | SocketTimeoutException e) {
            if (told) {
                recorder.event(at, Event.What.REFUSED, 0, "no connection: " + e.getMessage());
                return;
            }
            throw new IOException("no connection to " + performance.offer().frontside() + ": " + e.getMessage(), e);
        }
    }

    private void send(Send send) {
        Optional<Actor> actor = actor(send.at(), "send");
        boolean frames = !(send.octets().get(0) instanceof Raw);
        if (actor.isPresent() && frames && !actor.get().tunnelling()) {
            skipped(send.at(), "no tunnel to send frames in");
        } else if (actor.isPresent()) {
            long gap = timers.nanos(send.gap());
            actor.get().send(new Placeholders(performance, send.at()).resolved(send.octets()), send.piece(), gap);
        }
    }

    private void finish(Finish finish) {
        actor(finish.at(), "finish").ifPresent(actor -> {
            recorder.event(finish.at(), Event.What.FINISHED, 0, finish.how().name());
            actor.connection().finish(finish.how());
        });
    }

    private void await(Await await) throws InterruptedException {
        if (!lastAwait.filter(last -> copies(last, await)).isPresent()) {
            awaitUntil = System.nanoTime() + timers.nanos(await.deadline());
        }
        lastAwait = Optional.of(await);
        long left = awaitUntil - System.nanoTime();
        boolean seen = await.sign().kind() == Sign.Kind.STALLED
                ? new StallWatch(recorder, await).watch(performance.actor(await.at()), left)
                : awaited(await, left);
        if (!seen) {
            recorder.event(
                    await.at(),
                    Event.What.MISSED,
                    0,
                    "waited for " + await.sign().kind() + " " + await.sign().n());
        }
    }

    /** A greeting is no answer: where one came, so many frames more are waited for. */
    private boolean awaited(Await await, long nanos) throws InterruptedException {
        if (await.at().peer() == Peer.CLIENT && performance.actor(await.at()).isEmpty()) {
            return recorder.seen(await.at(), await.sign());
        }
        Hope hope = new Hope(recorder, await.at());
        long deadline = System.nanoTime() + nanos;
        boolean seen = recorder.await(await.at(), await.sign(), nanos, hope::lost);
        if (await.sign().kind() != Sign.Kind.FRAME || await.at().peer() != Peer.CLIENT) {
            return seen;
        }
        int passedOver = 0;
        for (int more = performance.greeting(await.at()); seen && more > passedOver; ) {
            passedOver = more;
            Sign further = Sign.frame((int) await.sign().n() + more);
            seen = recorder.await(await.at(), further, deadline - System.nanoTime(), hope::lost);
            more = performance.greeting(await.at());
        }
        return seen;
    }

    /** The same await for the next copy: they share one deadline, so that many missed ones cost no more than one. */
    private static boolean copies(Await last, Await next) {
        String tag = next.at().tag();
        int slash = tag.lastIndexOf('/');
        return slash > 0
                && last.sign().equals(next.sign())
                && last.at().peer() == next.at().peer()
                && last.at().tag().startsWith(tag.substring(0, slash + 1));
    }

    private Optional<Actor> actor(Endpoint at, String what) {
        Optional<Actor> actor = performance.actor(at);
        if (actor.isEmpty()) {
            skipped(at, "nothing to " + what + (at.peer() == Peer.CLIENT ? ": not open" : ": no request came"));
        }
        return actor;
    }

    private void skipped(Endpoint at, String why) {
        recorder.event(at, Event.What.SKIPPED, 0, why);
    }
}
