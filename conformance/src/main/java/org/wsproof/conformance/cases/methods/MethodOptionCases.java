package org.wsproof.conformance.cases.methods;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.HeadText.*;
import static org.wsproof.conformance.cases.script.Script.*;

import java.util.List;
import org.wsproof.conformance.model.Case;

/** A request that has all of an opening handshake but the Upgrade field. */
final class MethodOptionCases {
    private MethodOptionCases() {}

    static List<Case> all() {
        return List.of(withoutUpgrade());
    }

    /** The origin, should it be asked, answers 200 and so shows that it was not asked for an upgrade. */
    private static Case withoutUpgrade() {
        return should(
                        "methods/option-without-upgrade",
                        contract("upgrade-option"),
                        "The option upgrade, a version and a key make no upgrade where there is no Upgrade field.")
                .then(ask("a", opening("a").without("Upgrade")))
                .then(answer("a", response("200 OK", "")))
                .then(fence())
                .claims(either(refused("a"), servedAsPlainHttp("a")), fenceSeen())
                .failsUnder("recognises-by-key", "field Upgrade without token websocket")
                .because("A proxy that makes an upgrade of what was none switches a connection whose client goes on"
                        + " speaking HTTP, past every rule.")
                .build();
    }
}
