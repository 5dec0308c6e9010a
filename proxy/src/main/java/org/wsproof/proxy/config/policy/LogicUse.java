package org.wsproof.proxy.config.policy;

import java.time.Duration;
import java.util.Map;
import org.wsproof.proxy.policy.logic.AdditionalLogic;

/**
 * A policy of one's own, as a gateway uses it.
 *
 * @param settings which the logic has accepted
 * @param timeout how long it may take to decide; more than zero
 */
public record LogicUse(AdditionalLogic logic, Map<String, String> settings, Duration timeout) {
    public LogicUse {
        settings = Map.copyOf(settings);
    }
}
