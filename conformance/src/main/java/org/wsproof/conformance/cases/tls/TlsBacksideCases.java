package org.wsproof.conformance.cases.tls;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.HeadText.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import java.util.stream.Stream;
import org.wsproof.conformance.cases.script.CaseBuilder;
import org.wsproof.conformance.model.Basis;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.model.Sign;
import org.wsproof.conformance.model.Span;

/** TLS towards the origin: whom the target lets itself be connected to, and what it tells and keeps secret. */
final class TlsBacksideCases {
    private static final Basis VERIFY = rfc(9110, "4.3.4", "MUST");
    private static final String VALID = "tls-backside/valid-accepted";
    private static final String VALID_UNVALIDATED = "tls-backside/valid-accepted-unvalidated";

    /** Some try a few times before they tell the client; how soon is no matter here. */
    private static final Span AFTER_RETRIES = Span.seconds(8);

    private TlsBacksideCases() {}

    static List<Case> all() {
        Stream<Case> valid = Stream.of(validAccepted(), validAcceptedUnvalidated());
        Stream<Case> refused = Stream.of(
                refused("self-signed", "is its own issuer", "trusts-self-signed"),
                refused("expired", "has expired", "checks-no-dates"),
                refused("not-yet-valid", "is not yet valid", "checks-no-dates"),
                refused("wrong-host", "names another host", "checks-no-host"),
                refused("untrusted", "comes from an authority that is not trusted", "trusts-any-issuer"));
        Stream<Case> accepted = Stream.of("self-signed", "expired", "not-yet-valid", "wrong-host", "untrusted")
                .map(TlsBacksideCases::accepted);
        return Stream.of(valid, refused, accepted, Stream.of(staysTls(), serverName(), alpn()))
                .flatMap(cases -> cases)
                .toList();
    }

    private static CaseBuilder worksOver(CaseBuilder which, String certificate) {
        return which.then(originShows(certificate))
                .then(tunnel("a"))
                .then(toOrigin("a", 1, Octets.binary(1, 40, 81)))
                .then(toClient("a", 1, Octets.binary(1, 40, 82)))
                .claims(status(client("a"), 101), clientsOctetsArrive("a"), originsOctetsArrive("a"));
    }

    private static Case validAccepted() {
        CaseBuilder which = should(
                        VALID,
                        contract("trust"),
                        "With validation on, an origin with a good certificate is connected to.")
                .because("A proxy that can't verify a good certificate gets its validation switched off, and stays "
                        + "that way.");
        return worksOver(which.on(Profile.TLS_VALIDATED), "valid")
                .failsUnder("distrusts-configured-authority", "but was: status 502")
                .build();
    }

    private static Case validAcceptedUnvalidated() {
        CaseBuilder which = should(
                        VALID_UNVALIDATED,
                        contract("unvalidated"),
                        "With validation off, an origin with a good certificate is connected to.")
                .because("It is the least that such a profile must do; all others of it mean nothing without.");
        return worksOver(which.on(Profile.TLS_UNVALIDATED), "valid")
                .failsUnder("plain-after-101", "what client a sends in the tunnel")
                .build();
    }

    private static Case refused(String certificate, String fault, String check) {
        return must(
                        "tls-backside/" + certificate + "-refused",
                        VERIFY,
                        "With validation on, an origin whose certificate " + fault + " is sent nothing.")
                .because("Whoever can answer in the origin's place reads and writes everything in the tunnel, "
                        + "credentials first. Proxies have validated requests and forgotten upgrades.")
                .seenIn("CVE-2022-4492")
                .on(Profile.TLS_VALIDATED)
                .after(VALID)
                .then(originShows(certificate))
                .then(ask("a", opening("a")))
                .then(await(client("a"), Sign.HEAD, AFTER_RETRIES))
                .claims(never(origin("a"), Sign.HEAD), cameAndLeft(), status(client("a"), 500, 502, 503, 504))
                .failsUnder(check, "no head at origin a")
                .failsUnder("accepts-any-certificate", "no head at origin a")
                .build();
    }

    /** Some validate while they shake hands, some right after it: either way the target did come, and sent no request. */
    private static Claim cameAndLeft() {
        return either(
                way("handshake refused", seen(origin(""), Sign.TLS_FAILED)),
                way("ended behind the handshake", seen(origin(""), Sign.CONNECTED), seen(origin(""), Sign.ENDED)));
    }

    private static Case accepted(String certificate) {
        CaseBuilder which = should(
                        "tls-backside/" + certificate + "-accepted-unvalidated",
                        contract("unvalidated"),
                        "With validation off, an origin with the certificate \"" + certificate + "\" is connected to.")
                .because("Laboratories and migrations run on such certificates. A proxy that refuses some of them "
                        + "is debugged for hours on a setting that reads off.");
        return worksOver(which.on(Profile.TLS_UNVALIDATED).after(VALID_UNVALIDATED), certificate)
                .failsUnder("validates-regardless", "but was: status 502")
                .build();
    }

    private static Case staysTls() {
        return must(
                        "tls-backside/tunnel-stays-in-tls",
                        contract("tls-to-the-end"),
                        "What moves in a tunnel to an https origin moves inside TLS, and arrives.")
                .because("A proxy that switches to raw octets at the 101 sends what follows in clear, past the TLS "
                        + "it had just set up.")
                .on(Profile.TLS_VALIDATED)
                .after(VALID)
                .then(tunnel("a"))
                .then(toOrigin("a", 65, Octets.text(83), Octets.binary(64, 16_000, 84)))
                .then(toClient("a", 65, Octets.text(85), Octets.binary(64, 16_000, 86)))
                .claims(clientsOctetsArrive("a"), originsOctetsArrive("a"))
                .failsUnder("plain-after-101", "what client a sends in the tunnel")
                .build();
    }

    private static Case serverName() {
        return should(
                        "tls-backside/server-name",
                        contract("server-name"),
                        "The TLS server name is the backside's host or none, never what the client put into Host.")
                .because("The server name selects the certificate that is then checked. Taken from Host, the "
                        + "client chooses whom the proxy trusts, or the origin has no such name and refuses.")
                .seenIn("mitmproxy#6143", "trafficserver#1344")
                .on(Profile.TLS_UNVALIDATED)
                .after(VALID_UNVALIDATED)
                .then(ask("a", opening("a").with("Host", "front.example")))
                .then(accept("a"))
                .claims(
                        status(client("a"), 101),
                        either(
                                way("none", absent(origin("a"), ":sni")),
                                way("the backside's host", field(origin("a"), ":sni", "localhost"))))
                .failsUnder("sni-from-host-field", "but was: front.example")
                .build();
    }

    private static Case alpn() {
        return should(
                        "tls-backside/alpn-is-what-is-spoken",
                        contract("alpn"),
                        "An origin that would rather speak HTTP/2 is not told that it may: the upgrade is HTTP/1.1's.")
                .because("An origin that was offered h2 waits for HTTP/2, gets a GET, and ends the connection: "
                        + "plain requests work, upgrades fail.")
                .seenIn("haproxy#1364")
                .on(Profile.TLS_VALIDATED)
                .after(VALID)
                .then(tunnel("a"))
                .claims(status(client("a"), 101), lacksToken(origin("a"), ":alpn", "h2"))
                .failsUnder("offers-h2", "field :alpn without token h2")
                .build();
    }
}
