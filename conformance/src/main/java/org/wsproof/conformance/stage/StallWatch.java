package org.wsproof.conformance.stage;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.wsproof.conformance.model.Step.Await;
import org.wsproof.conformance.transcript.Event;
import org.wsproof.conformance.transcript.Recorder;
import org.wsproof.conformance.wire.Outbox;

/** Waits until a writer has made no progress for as long as the sign says, and records how far it had come. */
final class StallWatch {
    private static final long POLL_MILLIS = 20;

    private final Recorder recorder;
    private final Await await;

    StallWatch(Recorder recorder, Await await) {
        this.recorder = recorder;
        this.await = await;
    }

    /** True if the writer stalled within {@code nanos}. */
    boolean watch(Optional<Actor> actor, long nanos) throws InterruptedException {
        if (actor.isEmpty()) {
            return false;
        }
        Outbox outbox = actor.get().connection().outbox();
        long deadline = System.nanoTime() + nanos;
        while (System.nanoTime() < deadline) {
            if (outbox.stalledNanos()
                    >= TimeUnit.MILLISECONDS.toNanos(await.sign().n())) {
                String text = "no octet written for " + await.sign().n() + " ms, " + outbox.written() + " before";
                recorder.event(await.at(), Event.What.STALLED, outbox.written(), text);
                return true;
            }
            if (outbox.stalledNanos() == 0) {
                return false;
            }
            recorder.waitForMore(POLL_MILLIS);
        }
        return false;
    }
}
