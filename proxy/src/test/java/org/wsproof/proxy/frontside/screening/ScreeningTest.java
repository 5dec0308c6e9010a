package org.wsproof.proxy.frontside.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wsproof.proxy.config.policy.TunnelLimits;
import org.wsproof.proxy.http.Arrival;
import org.wsproof.proxy.http.Fields;
import org.wsproof.proxy.http.Refusal;
import org.wsproof.proxy.http.RequestHead;
import org.wsproof.proxy.policy.Asking;
import org.wsproof.proxy.policy.TunnelPlaces;
import org.wsproof.proxy.policy.Verdict;
import org.xnio.OptionMap;
import org.xnio.Xnio;
import org.xnio.XnioIoThread;
import org.xnio.XnioWorker;

/** One policy after the other, on an I/O thread. */
final class ScreeningTest {
    private static final Asking ASKING = new Asking(
            new RequestHead("GET", "HTTP/1.1", "/", Fields.of()), new Arrival("192.0.2.7", false, "0123"), true);
    private static final Verdict ALLOWED = new Verdict.Allowed();
    private static final Verdict DENIED = new Verdict.Denied(new Refusal.Forbidden(), "no");

    private final XnioWorker worker;
    private final List<String> asked = new ArrayList<>();
    private final List<Verdict> decided = new ArrayList<>();

    ScreeningTest() throws IOException {
        worker = Xnio.getInstance().createWorker(OptionMap.EMPTY);
    }

    @AfterEach
    void stop() {
        worker.shutdownNow();
    }

    private Screen atOnce(String name, Verdict verdict) {
        return (asking, thread, later) -> {
            asked.add(name);
            return Optional.of(verdict);
        };
    }

    private Screen later(String name, Verdict verdict) {
        return (asking, thread, later) -> {
            asked.add(name);
            thread.execute(() -> later.told(verdict));
            return Optional.empty();
        };
    }

    /** Everything on the I/O thread, until the queue behind it is empty. */
    private void screen(Screen... screens) throws Exception {
        XnioIoThread thread = worker.getIoThread();
        Screening screening = new Screening(List.of(screens), new TunnelPlaces(), TunnelLimits.none());
        thread.execute(() -> screening.begin(ASKING, thread, decided::add));
        for (int i = 0; i <= screens.length; i++) {
            CompletableFuture<Boolean> through = new CompletableFuture<>();
            thread.execute(() -> through.complete(true));
            through.get(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void allAreAskedInTheirOrderAndTheListenerIsToldOnce() throws Exception {
        screen(atOnce("a", ALLOWED), later("b", ALLOWED), later("c", ALLOWED), atOnce("d", ALLOWED));
        assertThat(asked).containsExactly("a", "b", "c", "d");
        assertThat(decided).containsExactly(ALLOWED);
    }

    @Test
    void whereThereIsNoPolicyNobodyIsDenied() throws Exception {
        screen();
        assertThat(decided).containsExactly(ALLOWED);
    }

    @Test
    void nobodyIsAskedBehindADenial() throws Exception {
        screen(later("a", ALLOWED), later("b", DENIED), atOnce("c", ALLOWED));
        assertThat(asked).containsExactly("a", "b");
        assertThat(decided).containsExactly(DENIED);
    }

    @Test
    void anErrorInAPolicyDenies() throws Exception {
        deniedWhere((asking, thread, later) -> {
            throw new IllegalStateException("broken");
        });
    }

    @Test
    void noThreadOrNoMemoryForAPolicyDenies() throws Exception {
        deniedWhere((asking, thread, later) -> {
            throw new OutOfMemoryError("unable to create native thread");
        });
    }

    private void deniedWhere(Screen fails) throws Exception {
        screen(fails, atOnce("b", ALLOWED));
        assertThat(asked).isEmpty();
        assertThat(decided)
                .hasSize(1)
                .first()
                .isInstanceOfSatisfying(
                        Verdict.Denied.class,
                        denied -> assertThat(denied.refusal()).isEqualTo(new Refusal.PolicyFailed()));
    }

    @Test
    void whoHasGivenUpIsToldNothingMoreAndTheQuestionEnds() throws Exception {
        List<String> ended = new ArrayList<>();
        List<Screen.Later> waiting = new ArrayList<>();
        Screen hanging = (asking, thread, later) -> {
            later.whenGivenUp(() -> ended.add("question"));
            waiting.add(later);
            return Optional.empty();
        };
        Screening screening =
                new Screening(List.of(hanging, atOnce("b", ALLOWED)), new TunnelPlaces(), TunnelLimits.none());
        Passage passage = screening.begin(ASKING, worker.getIoThread(), decided::add);
        assertThat(passage.over()).isFalse();
        passage.giveUp();
        waiting.get(0).told(ALLOWED);
        assertThat(ended).containsExactly("question");
        assertThat(passage.over()).isTrue();
        assertThat(asked).isEmpty();
        assertThat(decided).isEmpty();
    }
}
