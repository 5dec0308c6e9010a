package org.wsproof.proxy.config.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.wsproof.proxy.config.yaml.ConfigurationException;
import org.wsproof.proxy.config.yaml.Section;
import org.wsproof.proxy.policy.logic.AdditionalLogic;

/** Reads {@code additional-logic}, and finds what it names on the class path. */
final class LogicReader {
    private static final List<String> KEYS = List.of("name", "settings", "timeout");
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private LogicReader() {}

    static List<LogicUse> read(Section parent, String key) throws ConfigurationException {
        List<LogicUse> uses = new ArrayList<>();
        for (Section each : parent.sections(key, KEYS)) {
            AdditionalLogic logic = logic(each);
            Map<String, String> settings = each.has("settings") ? each.entries("settings") : Map.of();
            check(each, logic, settings);
            uses.add(new LogicUse(
                    logic, settings, each.duration("timeout", new Section.Times(Section.DAY, ""), TIMEOUT)));
        }
        return uses;
    }

    private static AdditionalLogic logic(Section section) throws ConfigurationException {
        Map<String, AdditionalLogic> known = new TreeMap<>();
        try {
            for (AdditionalLogic each : ServiceLoader.load(AdditionalLogic.class)) {
                known.put(each.name(), each);
            }
        } catch (ServiceConfigurationError | RuntimeException | LinkageError e) {
            throw section.wrong("name", "the logic on the class path can't be loaded: " + e);
        }
        String allowed = known.isEmpty()
                ? "the name of an AdditionalLogic on the class path, where there is none"
                : String.join(", ", known.keySet());
        String name = section.required("name", allowed);
        AdditionalLogic logic = known.get(name);
        if (logic == null) {
            throw section.refused("name", name, allowed);
        }
        return logic;
    }

    private static void check(Section section, AdditionalLogic logic, Map<String, String> settings)
            throws ConfigurationException {
        try {
            logic.check(settings);
        } catch (IllegalArgumentException refused) {
            throw section.wrong("settings", logic.name() + " refuses them: " + refused.getMessage());
        } catch (RuntimeException | LinkageError failed) {
            throw section.wrong("settings", logic.name() + " refuses them: " + failed);
        }
    }
}
