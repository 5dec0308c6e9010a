package org.wsproof.proxy.policy.logic;

import java.util.Map;

/**
 * A policy of one's own: a class that {@link java.util.ServiceLoader} finds, and that a gateway names under
 * {@code additional-logic}. Each time the configuration is read, an object is made for each place that names it; many
 * threads ask it at once.
 */
public interface AdditionalLogic {
    /** What the configuration calls it. */
    String name();

    /**
     * Checks the settings that a gateway gives it, when the configuration is read.
     *
     * @throws IllegalArgumentException saying what is wrong and what is allowed
     */
    default void check(Map<String, String> settings) {}

    /**
     * Decides on one request. May wait, for as long as the configuration's timeout: then its thread is interrupted, and the
     * request refused.
     *
     * @throws Exception if it can't tell: the request is refused
     */
    Decision decide(LogicQuestion question) throws Exception;
}
