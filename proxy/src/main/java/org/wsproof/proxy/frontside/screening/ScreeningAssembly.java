package org.wsproof.proxy.frontside.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.wsproof.proxy.backside.Backside;
import org.wsproof.proxy.config.policy.Policies;
import org.wsproof.proxy.http.RequestFields;
import org.wsproof.proxy.policy.ApiKeyRule;
import org.wsproof.proxy.policy.LimitState;
import org.wsproof.proxy.policy.OriginRule;
import org.wsproof.proxy.policy.RateRule;
import org.wsproof.proxy.policy.Rule;

/** Puts a gateway's policies in their fixed order: the cheap ones first. */
public final class ScreeningAssembly {
    /** Logic that hangs holds these up, and nothing else of the gateway. */
    private static final int LOGIC_THREADS = 8;

    /** Beyond so many a request is refused at once rather than after its timeout. */
    private static final int MOST_WAITING = 1000;

    private static final long IDLE_SECONDS = 10;

    private final Policies policies;
    private final LimitState.OfGateway counted;

    /**
     * Of one gateway.
     *
     * @param counted what the gateway's limits have counted so far
     */
    public ScreeningAssembly(Policies policies, LimitState.OfGateway counted) {
        this.policies = policies;
        this.counted = counted;
    }

    /**
     * The authority that requests are put to.
     *
     * @param fields with the authority in the backside's place
     */
    public record Authority(Backside place, RequestFields fields) {}

    /**
     * All of them, ready to be asked.
     *
     * @param authority there exactly where the policies name one
     */
    public Screening screening(Optional<Authority> authority) {
        List<Screen> screens = new ArrayList<>();
        policies.allowedOrigins().ifPresent(origins -> screens.add(rule(new OriginRule(origins))));
        policies.upgradesPerSecond().ifPresent(rate -> screens.add(rule(new RateRule(rate, counted.rates()))));
        if (!policies.apiClients().isEmpty()) {
            screens.add(rule(new ApiKeyRule(policies.apiClients())));
        }
        if (!policies.additionalLogic().isEmpty()) {
            ThreadPoolExecutor threads = logicThreads();
            policies.additionalLogic().forEach(use -> screens.add(new LogicScreen(use, threads)));
        }
        policies.authorizationUrl().ifPresent(url -> {
            Authority asked = authority.orElseThrow();
            screens.add(new AuthorityScreen(url, asked.fields(), asked.place()));
        });
        return new Screening(screens, counted.tunnels(), policies.tunnelsAtOnce());
    }

    private static Screen rule(Rule rule) {
        return new RuleScreen(rule);
    }

    /** They end by themselves when there is nothing to do, so that nobody need stop them after a reload. */
    private static ThreadPoolExecutor logicThreads() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                LOGIC_THREADS,
                LOGIC_THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                task -> {
                    Thread thread = new Thread(task, "additional-logic");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }
}
