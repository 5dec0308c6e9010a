package org.wsproof.conformance.cases.lifecycle;

import static org.wsproof.conformance.cases.script.CaseBuilder.contract;
import static org.wsproof.conformance.cases.script.CaseBuilder.should;
import static org.wsproof.conformance.cases.script.Claims.clientsOctetsArrive;
import static org.wsproof.conformance.cases.script.Claims.never;
import static org.wsproof.conformance.cases.script.Claims.originsOctetsArrive;
import static org.wsproof.conformance.cases.script.Claims.status;
import static org.wsproof.conformance.cases.script.Script.BRIEFLY;
import static org.wsproof.conformance.cases.script.Script.operate;
import static org.wsproof.conformance.cases.script.Script.pause;
import static org.wsproof.conformance.cases.script.Script.toClient;
import static org.wsproof.conformance.cases.script.Script.toOrigin;
import static org.wsproof.conformance.cases.script.Script.tunnel;
import static org.wsproof.conformance.model.Endpoint.client;

import java.util.List;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;
import org.wsproof.conformance.model.Step.Operation;

/** A target whose configuration is changed in something else: nobody notices. */
final class ReloadCases {
    private ReloadCases() {}

    static List<Case> all() {
        return List.of(sparesTunnels(), servesOn());
    }

    /** For longer than a drain may take: what serves the old configuration may drain, but not what it serves. */
    private static Case sparesTunnels() {
        return should(
                        "lifecycle/reload-spares-tunnels",
                        contract("reload"),
                        "A tunnel that is open goes on across a reload.")
                .on(Profile.DISPOSABLE)
                .then(tunnel("a"))
                .then(toOrigin("a", 1, Octets.text(221)))
                .then(operate(Operation.RELOAD), pause(Span.drain(1.5)))
                .then(toOrigin("a", 2, Octets.text(222)))
                .then(toClient("a", 1, Octets.text(223)))
                .claims(clientsOctetsArrive("a"), originsOctetsArrive("a"), never(client("a"), Sign.ENDED))
                .because(
                        "In a cluster any route that anybody adds is a reload: if it ends tunnels, every client reconnects every few minutes.")
                .seenIn("envoy-gateway#8889", "caddy#5471", "nginx-gateway-fabric#5524")
                .failsUnder("reload-ends-tunnels", "no end at client a")
                .build();
    }

    private static Case servesOn() {
        return should(
                        "lifecycle/reload-serves-on",
                        contract("reload"),
                        "New clients get their tunnels behind a reload as before it.")
                .on(Profile.DISPOSABLE)
                .then(operate(Operation.RELOAD), pause(BRIEFLY))
                .then(tunnel("a"))
                .then(toOrigin("a", 1, Octets.text(224)))
                .then(toClient("a", 1, Octets.text(225)))
                .claims(status(client("a"), 101), clientsOctetsArrive("a"), originsOctetsArrive("a"))
                .because("A reload that keeps people out is an outage that looks like an improvement.")
                .failsUnder("reload-stops-accepting", "but was: no response")
                .build();
    }
}
