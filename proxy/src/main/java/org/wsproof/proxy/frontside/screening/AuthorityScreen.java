package org.wsproof.proxy.frontside.screening;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.wsproof.proxy.backside.Attempt;
import org.wsproof.proxy.backside.Backside;
import org.wsproof.proxy.backside.Outcome;
import org.wsproof.proxy.backside.RequestOctets;
import org.wsproof.proxy.config.policy.AuthorizationUrl;
import org.wsproof.proxy.http.HeadOctets;
import org.wsproof.proxy.http.RequestFields;
import org.wsproof.proxy.policy.Asking;
import org.wsproof.proxy.policy.AuthorityAnswer;
import org.wsproof.proxy.policy.Verdict;
import org.wsproof.proxy.time.Timer;
import org.xnio.XnioIoThread;

/** Asks the authority about each request: a request of our own, whose answer's content nobody gets to see. */
final class AuthorityScreen implements Screen {
    /** Beyond so many a request is refused at once: each holds a connection, and nothing else bounds who may ask. */
    static final int MOST_UNDER_WAY = 1000;

    private final AtomicInteger underWay = new AtomicInteger();
    private final AuthorizationUrl url;
    private final RequestFields fields;
    private final Backside authority;
    private final AuthorityAnswer answer;

    /**
     * @param fields with the authority in the backside's place
     * @param authority at that URL
     */
    AuthorityScreen(AuthorizationUrl url, RequestFields fields, Backside authority) {
        this.url = url;
        this.fields = fields;
        this.authority = authority;
        this.answer = new AuthorityAnswer(url);
    }

    @Override
    public Optional<Verdict> begin(Asking asking, XnioIoThread thread, Later later) {
        RequestOctets question = new RequestOctets(
                HeadOctets.of("GET " + url.target() + " HTTP/1.1", fields.forQuestion(asking.head(), asking.arrival())),
                RequestOctets.Purpose.PLAIN,
                true);
        if (underWay.incrementAndGet() > MOST_UNDER_WAY) {
            underWay.decrementAndGet();
            return Optional.of(answer.failed(MOST_UNDER_WAY + " questions to " + url.place() + " are under way"));
        }
        Call call = new Call(later);
        later.whenGivenUp(call::end);
        call.start(thread, question);
        return Optional.empty();
    }

    /** One question. Used on its I/O thread only. */
    private final class Call implements Attempt.Listener {
        private final Later later;

        /** For the whole question; set while it is under way. */
        private @Nullable Timer deadline;

        private @Nullable Attempt attempt;

        Call(Later later) {
            this.later = later;
        }

        void start(XnioIoThread thread, RequestOctets question) {
            deadline = Timer.start(thread, url.timeout(), this::late);
            attempt = authority.ask(thread, question, this);
        }

        void end() {
            stopDeadline();
            Attempt asked = attempt;
            if (asked != null) {
                asked.cancel();
            }
        }

        private void late() {
            end();
            Duration timeout = url.timeout();
            later.told(answer.failed(url.place() + " is silent for " + timeout.toMillis() + " ms"));
        }

        @Override
        public void outcome(Outcome outcome) {
            stopDeadline();
            if (outcome instanceof Outcome.Answered answered) {
                Verdict verdict = answer.verdict(
                        answered.answer().status(), answered.answer().fields());
                new Discarding(authority, answered).start();
                later.told(verdict);
            } else if (outcome instanceof Outcome.Failed failed) {
                later.told(answer.failed(failed.reason()));
            }
        }

        private void stopDeadline() {
            Timer running = deadline;
            deadline = null;
            if (running != null) {
                underWay.decrementAndGet();
                running.stop();
            }
        }
    }
}
