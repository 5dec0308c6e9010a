package org.wsproof.proxy.frontside.screening;

import java.util.Optional;
import org.wsproof.proxy.policy.Asking;
import org.wsproof.proxy.policy.Rule;
import org.wsproof.proxy.policy.Verdict;
import org.xnio.XnioIoThread;

/** A policy that decides at once. */
record RuleScreen(Rule rule) implements Screen {
    @Override
    public Optional<Verdict> begin(Asking asking, XnioIoThread thread, Later later) {
        return Optional.of(rule.verdict(asking));
    }
}
