package org.wsproof.conformance.cases.tls;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.HeadText.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import org.wsproof.conformance.cases.script.CaseBuilder;
import org.wsproof.conformance.model.Basis;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;

/** Certificates that are wrong in ways less often tried, and good ones that are less common. */
final class OriginCertificateCases {
    private static final Basis VERIFY = rfc(9110, "4.3.4", "MUST");
    private static final Span AFTER_RETRIES = Span.seconds(8);
    private static final String DISTRUSTS = "distrusts-configured-authority";

    private OriginCertificateCases() {}

    static List<Case> all() {
        return List.of(
                commonNameOnly(),
                wildcardBelow(),
                forClientsOnly(),
                issuerNoAuthority(),
                issuerForOtherNames(),
                intermediate(),
                rsa(),
                manyNames(),
                only("1-2", "only-tls-1-3"),
                only("1-3", "only-tls-1-2"));
    }

    private static CaseBuilder refused(String certificate, Basis basis, String fault) {
        return must(
                        "tls-backside/" + certificate + "-refused",
                        basis,
                        "With validation on, an origin whose certificate " + fault + " is sent nothing.")
                .on(Profile.TLS_VALIDATED)
                .after("tls-backside/valid-accepted")
                .then(originShows(certificate))
                .then(ask("a", opening("a")))
                .then(await(client("a"), Sign.HEAD, AFTER_RETRIES))
                .claims(never(origin("a"), Sign.HEAD), cameAndLeft(), status(client("a"), 500, 502, 503, 504))
                .failsUnder("accepts-any-certificate", "no head at origin a");
    }

    /** Some validate while they shake hands, some right after it: either way the target did come, and sent no request. */
    private static Claim cameAndLeft() {
        return either(
                way("handshake refused", seen(origin(""), Sign.TLS_FAILED)),
                way("ended behind the handshake", seen(origin(""), Sign.CONNECTED), seen(origin(""), Sign.ENDED)));
    }

    private static Case commonNameOnly() {
        return refused(
                        "common-name-only",
                        rfc(9110, "4.3.4", "MUST NOT"),
                        "names its host in the common name alone, without a subject alternative name,")
                .because(
                        "A common name is free text that authorities never had to check as a host name. Browsers have not "
                                + "looked at it since 2017; a proxy that does trusts certificates that were never issued for a host.")
                .seenIn("haproxy#3486")
                .failsUnder("checks-no-host", "no head at origin a")
                .build();
    }

    private static Case wildcardBelow() {
        return refused("wildcard-below", VERIFY, "names only the hosts below its own with a wildcard")
                .because(
                        "A wildcard stands for one label. Whoever is given a certificate for the hosts below a name has not "
                                + "been given the name itself.")
                .failsUnder("checks-no-host", "no head at origin a")
                .build();
    }

    private static Case forClientsOnly() {
        return refused("for-clients-only", VERIFY, "is for clients only, by its extended key usage,")
                .because(
                        "Authorities give certificates to devices and users for logging in. If they do for a server as "
                                + "well, each of those devices can stand in for the origin.")
                .build();
    }

    private static Case issuerNoAuthority() {
        return refused(
                        "issuer-no-authority",
                        VERIFY,
                        "was issued with another server's certificate, which is no authority's,")
                .because(
                        "If any certificate may issue others, whoever has one for any host has one for all of them. Several "
                                + "TLS libraries have had just this gap.")
                .seenIn("CVE-2021-3450")
                .build();
    }

    private static Case issuerForOtherNames() {
        return refused("issuer-for-other-names", VERIFY, "comes from an authority that may issue for other names only")
                .because("A department's authority is bound to the department's names so that it can't impersonate the "
                        + "others. Unchecked, the bound is on paper only.")
                .failsUnder("trusts-any-issuer", "no head at origin a")
                .build();
    }

    private static CaseBuilder accepted(String id, String certificate, String what) {
        return should(
                        "tls-backside/" + id + "-accepted",
                        contract("trust"),
                        "With validation on, an origin " + what + " is connected to.")
                .on(Profile.TLS_VALIDATED)
                .after("tls-backside/valid-accepted")
                .then(originShows(certificate))
                .then(tunnel("a"))
                .then(toOrigin("a", 1, Octets.binary(1, 40, 161)))
                .then(toClient("a", 1, Octets.binary(1, 40, 162)))
                .claims(status(client("a"), 101), clientsOctetsArrive("a"), originsOctetsArrive("a"));
    }

    private static Case intermediate() {
        return accepted("intermediate", "intermediate", "that shows its authority's intermediate certificate as well")
                .because(
                        "Hardly any public authority signs servers with its root. A proxy that takes no intermediate works in "
                                + "the laboratory, and nowhere else.")
                .failsUnder(DISTRUSTS, "but was: status 502")
                .build();
    }

    private static Case rsa() {
        return accepted("rsa", "rsa", "with an RSA key under an authority with an elliptic curve's")
                .because("Half of the servers still have RSA keys, and chains of both kinds are common.")
                .failsUnder(DISTRUSTS, "but was: status 502")
                .build();
    }

    private static Case manyNames() {
        return accepted("thousand-names", "many-names", "whose certificate names a thousand other hosts before its own")
                .because(
                        "Hosts behind a content network share certificates of this size. One that spans several TLS records, "
                                + "or fills a buffer, must not fail by that.")
                .failsUnder(DISTRUSTS, "but was: status 502")
                .build();
    }

    private static Case only(String version, String fault) {
        String words = version.replace('-', '.');
        return accepted("tls-" + version, "tls-" + version + "-only", "that speaks TLS " + words + " alone")
                .because(
                        "Old origins stop at TLS 1.2, hardened ones begin at 1.3. A proxy that speaks one of them only loses "
                                + "the others' upgrades to a 502.")
                .failsUnder(fault, "but was: status 502")
                .build();
    }
}
