package org.wsproof.proxy.frontside.screening;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wsproof.proxy.http.Refusal;
import org.wsproof.proxy.policy.Asking;
import org.wsproof.proxy.policy.Verdict;
import org.xnio.XnioIoThread;

/** One request on its way past the policies. Used on its I/O thread only. */
public final class Passage implements Screen.Later {
    private static final Logger LOG = LoggerFactory.getLogger(Passage.class);

    private final Iterator<Screen> left;
    private final Asking asking;
    private final XnioIoThread thread;
    private final Screening.Listener listener;
    private boolean over;

    /** Set while a policy takes its time. */
    private @Nullable Runnable givenUp;

    Passage(List<Screen> screens, Asking asking, XnioIoThread thread, Screening.Listener listener) {
        this.left = screens.iterator();
        this.asking = asking;
        this.thread = thread;
        this.listener = listener;
    }

    /** Whether the listener has been told, or never will be. */
    public boolean over() {
        return over;
    }

    /** Nobody waits for the verdict any more: the question under way ends. */
    public void giveUp() {
        over = true;
        Runnable task = givenUp;
        givenUp = null;
        if (task != null) {
            task.run();
        }
    }

    @Override
    public void whenGivenUp(Runnable task) {
        givenUp = task;
    }

    @Override
    public void told(Verdict verdict) {
        if (over) {
            return;
        }
        givenUp = null;
        if (verdict instanceof Verdict.Denied) {
            decided(verdict);
        } else {
            next();
        }
    }

    void next() {
        while (left.hasNext()) {
            Optional<Verdict> verdict = begin(left.next());
            if (verdict.isEmpty()) {
                return;
            }
            if (verdict.get() instanceof Verdict.Denied) {
                decided(verdict.get());
                return;
            }
        }
        decided(new Verdict.Allowed());
    }

    private Optional<Verdict> begin(Screen screen) {
        try {
            return screen.begin(asking, thread, this);
        } catch (RuntimeException | Error e) {
            LOG.error("a policy failed", e);
            return Optional.of(new Verdict.Denied(new Refusal.PolicyFailed(), "a policy failed: " + e));
        }
    }

    private void decided(Verdict verdict) {
        over = true;
        listener.decided(verdict);
    }
}
