package org.wsproof.proxy.frontside.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wsproof.proxy.backside.Backside;
import org.wsproof.proxy.config.policy.Policies;
import org.wsproof.proxy.http.RequestFields;

/** Puts a gateway's policies in their fixed order: the cheap ones first. */
public final class ScreeningAssembly {
    private final Policies policies;

    public ScreeningAssembly(Policies policies) {
        this.policies = policies;
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
        policies.authorizationUrl().ifPresent(url -> {
            Authority asked = authority.orElseThrow();
            screens.add(new AuthorityScreen(url, asked.fields(), asked.place()));
        });
        return new Screening(screens);
    }
}
