package org.wsproof.proxy.config.policy;

import java.util.List;
import java.util.Optional;
import org.wsproof.proxy.config.yaml.ConfigurationException;
import org.wsproof.proxy.config.yaml.Section;

/** Reads the policies of a multi-protocol gateway. */
public final class PoliciesReader {
    private static final String ORIGINS = "allowed-origins";
    private static final String REQUIRE_ORIGIN = "require-origin";
    private static final String UPGRADES = "upgrades-per-second";
    private static final String API_KEY = "api-key";
    private static final String LOGIC = "additional-logic";
    private static final String AUTHORITY = "authorization-url";
    private static final String TUNNELS = "tunnels-at-once";
    private static final String BY_ADDRESS = "by-address";
    private static final List<String> KEYS =
            List.of(ORIGINS, REQUIRE_ORIGIN, UPGRADES, API_KEY, LOGIC, AUTHORITY, TUNNELS);
    private static final Section.Bounds RATE = new Section.Bounds(1, 100_000, "");
    private static final Section.Bounds COUNT = new Section.Bounds(1, 10_000_000, "");

    private final Section section;

    private PoliciesReader(Section section) {
        this.section = section;
    }

    /**
     * The policies under {@code key}, or none where it is missing.
     *
     * @throws ConfigurationException on the first mistake, also in the files that it names
     */
    public static Policies read(Section parent, String key) throws ConfigurationException {
        return parent.has(key) ? new PoliciesReader(parent.section(key, KEYS)).policies() : Policies.none();
    }

    private Policies policies() throws ConfigurationException {
        return new Policies(
                origins(),
                rate(),
                section.has(API_KEY) ? ClientsReader.read(section, API_KEY) : List.of(),
                section.has(LOGIC) ? LogicReader.read(section, LOGIC) : List.of(),
                section.has(AUTHORITY) ? Optional.of(AuthorityReader.read(section, AUTHORITY)) : Optional.empty(),
                tunnels());
    }

    private Optional<AllowedOrigins> origins() throws ConfigurationException {
        if (section.has(ORIGINS)) {
            return Optional.of(OriginsReader.read(section, ORIGINS, REQUIRE_ORIGIN));
        }
        if (section.has(REQUIRE_ORIGIN)) {
            throw section.wrong(REQUIRE_ORIGIN, "means nothing by itself; allowed: beside " + ORIGINS);
        }
        return Optional.empty();
    }

    private Optional<UpgradeRate> rate() throws ConfigurationException {
        if (!section.has(UPGRADES)) {
            return Optional.empty();
        }
        Section rate = section.section(UPGRADES, List.of(BY_ADDRESS, "burst"));
        rate.required(BY_ADDRESS, RATE.least() + " to " + RATE.most());
        int perSecond = rate.number(BY_ADDRESS, RATE, 1);
        return Optional.of(new UpgradeRate(perSecond, rate.number("burst", RATE, perSecond)));
    }

    private TunnelLimits tunnels() throws ConfigurationException {
        if (!section.has(TUNNELS)) {
            return TunnelLimits.none();
        }
        Section limits = section.section(TUNNELS, List.of("gateway", BY_ADDRESS));
        if (!limits.has("gateway") && !limits.has(BY_ADDRESS)) {
            throw section.wrong(TUNNELS, "limits nothing; expected: gateway, by-address, or both");
        }
        TunnelLimits none = TunnelLimits.none();
        return new TunnelLimits(
                limits.number("gateway", COUNT, none.gateway()), limits.number(BY_ADDRESS, COUNT, none.byAddress()));
    }
}
