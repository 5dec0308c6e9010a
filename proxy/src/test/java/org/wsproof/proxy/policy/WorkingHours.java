package org.wsproof.proxy.policy;

import java.time.LocalTime;
import java.util.Map;
import org.wsproof.proxy.policy.logic.AdditionalLogic;
import org.wsproof.proxy.policy.logic.Decision;
import org.wsproof.proxy.policy.logic.LogicQuestion;

/**
 * An example of a policy of one's own: nobody gets in before or after the hours that a gateway sets. The header {@code Now}
 * stands for the clock here, so that a test can choose the time.
 */
public final class WorkingHours implements AdditionalLogic {
    @Override
    public String name() {
        return "working-hours";
    }

    @Override
    public void check(Map<String, String> settings) {
        for (String hour : settings.values()) {
            if (!hour.matches("[01]?\\d|2[0-3]")) {
                throw new IllegalArgumentException("\"" + hour + "\" is no hour; allowed: 0 to 23");
            }
        }
    }

    @Override
    public Decision decide(LogicQuestion question) {
        int from = Integer.parseInt(question.settings().getOrDefault("from", "0"));
        int to = Integer.parseInt(question.settings().getOrDefault("to", "23"));
        int hour =
                LocalTime.parse(question.head().fields().values("Now").get(0)).getHour();
        return hour >= from && hour <= to
                ? new Decision.Allow()
                : new Decision.Refuse(403, question.clientAddress() + " comes at " + hour);
    }
}
