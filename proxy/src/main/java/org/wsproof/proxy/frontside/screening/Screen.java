package org.wsproof.proxy.frontside.screening;

import java.util.Optional;
import org.wsproof.proxy.policy.Asking;
import org.wsproof.proxy.policy.Verdict;
import org.xnio.XnioIoThread;

/** One policy of a gateway, put to one request after the other. Thread-safe. */
interface Screen {
    /**
     * Decides, or begins to. Never waits.
     *
     * @param thread of the request's connection, where this is called
     * @param later is told the verdict, on that thread and after this has returned, where it does not return one
     */
    Optional<Verdict> begin(Asking asking, XnioIoThread thread, Later later);

    /** Where a verdict goes that takes its time. Used on the request's I/O thread only. */
    interface Later {
        /** The one verdict; it is ignored once the request is given up. */
        void told(Verdict verdict);

        /** Runs the task when nobody waits for the verdict any more. */
        void whenGivenUp(Runnable task);
    }
}
