package org.wsproof.proxy.policy;

import java.time.LocalTime;
import java.util.Map;
import org.wsproof.proxy.policy.logic.AdditionalLogic;
import org.wsproof.proxy.policy.logic.Decision;
import org.wsproof.proxy.policy.logic.LogicQuestion;

/** A policy of one's own whose author did not think of every exception that the check of its settings can throw. */
public final class OpeningTime implements AdditionalLogic {
    @Override
    public String name() {
        return "opening-time";
    }

    @Override
    public void check(Map<String, String> settings) {
        settings.values().forEach(LocalTime::parse);
    }

    @Override
    public Decision decide(LogicQuestion question) {
        return new Decision.Allow();
    }
}
