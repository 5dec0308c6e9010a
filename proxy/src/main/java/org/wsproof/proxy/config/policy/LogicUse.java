package org.wsproof.proxy.config.policy;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
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

    /**
     * One that was read anew from the same words is the same use, though its logic is another object: a reload that changes nothing
     * of a gateway leaves it as it is.
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof LogicUse use
                && logic.getClass() == use.logic.getClass()
                && settings.equals(use.settings)
                && timeout.equals(use.timeout);
    }

    /** Without the settings' values, among which may be secrets: this is what a log would show. */
    @Override
    public String toString() {
        return "LogicUse[" + logic.name() + " " + settings.keySet() + "]";
    }

    @Override
    public int hashCode() {
        return Objects.hash(logic.getClass(), settings, timeout);
    }
}
