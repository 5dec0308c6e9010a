package org.wsproof.conformance.cases.tls;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.HeadText.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Step;

/** Clients that speak one version of TLS. A target that does not offer it refuses the TLS handshake, which is its right. */
final class TlsVersionCases {
    private static final String WORKS = "tls-frontside/tunnel-stays-in-tls";

    private TlsVersionCases() {}

    static List<Case> all() {
        return List.of(works("1.2"), works("1.3"), closesIn12());
    }

    private static List<Step> tunnelWith(String version) {
        return join(List.of(openWith("TLSv" + version, "a"), send(client("a"), opening("a"))), accept("a"));
    }

    private static Case works(String version) {
        return should(
                        "tls-frontside/tls-" + version.replace('.', '-') + "-client",
                        contract("tls-to-the-end"),
                        "A client that speaks TLS " + version
                                + " alone gets a tunnel that works, or is refused in the TLS handshake.")
                .because(
                        "The two versions differ in records, tickets and closing, and proxies take different paths for them: "
                                + "one may work and the other break behind the 101.")
                .on(Profile.TLS_FRONTSIDE)
                .after(WORKS)
                .then(tunnelWith(version))
                .then(toOrigin("a", 3, Octets.binary(3, 20_000, 171)))
                .then(toClient("a", 3, Octets.binary(3, 20_000, 172)))
                .claims(either(
                        way("a tunnel", status(client("a"), 101), clientsOctetsArrive("a"), originsOctetsArrive("a")),
                        way("refused in the TLS handshake", seen(client("a"), Sign.TLS_FAILED))))
                .failsUnder("clear-after-101", "what origin a sends in the tunnel")
                .build();
    }

    /** In TLS 1.2 a close_notify ends both directions (RFC 5246 §7.2.1): what the origin still says may be lost. */
    private static Case closesIn12() {
        return should(
                        "tls-frontside/tls-1-2-client-closes",
                        contract("ends"),
                        "The close_notify of a client that speaks TLS 1.2 ends the origin's leg, behind all octets.")
                .because("An origin that is not told keeps a session for a client that has gone.")
                .on(Profile.TLS_FRONTSIDE)
                .after(WORKS)
                .then(tunnelWith("1.2"))
                .then(
                        send(client("a"), Octets.binary(3, 1_000, 173)),
                        finish(client("a"), Ending.TLS_CLOSE),
                        await(origin("a"), Sign.ENDED))
                .claims(either(
                        way("told", clientsOctetsArrive("a"), seen(origin("a"), Sign.ENDED)),
                        way("refused in the TLS handshake", seen(client("a"), Sign.TLS_FAILED))))
                .failsUnder("holds-fin", "but was: never seen")
                .build();
    }
}
