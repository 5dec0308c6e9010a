package org.wsproof.conformance.cases.tls;

import static org.wsproof.conformance.cases.script.CaseBuilder.*;
import static org.wsproof.conformance.cases.script.Claims.*;
import static org.wsproof.conformance.cases.script.HeadText.*;
import static org.wsproof.conformance.cases.script.Script.*;
import static org.wsproof.conformance.model.Endpoint.client;
import static org.wsproof.conformance.model.Endpoint.origin;

import java.util.List;
import java.util.Set;
import org.wsproof.conformance.cases.script.Readings;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Ending;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Profile;
import org.wsproof.conformance.model.Sign;

/** TLS towards the client: that tunnels work over it, and how their ends look through it. */
final class TlsFrontsideCases {
    private static final String WORKS = "tls-frontside/tunnel-stays-in-tls";

    private TlsFrontsideCases() {}

    static List<Case> all() {
        return List.of(
                works(),
                oneRecord(),
                clientHalfCloses(),
                originEnds(),
                clientTruncates(),
                clientResets(),
                clientLeavesBefore101(),
                forwardedProto());
    }

    private static Case works() {
        return must(
                        WORKS,
                        contract("tls-to-the-end"),
                        "What moves in a tunnel from a wss client moves inside TLS, and arrives.")
                .because("Octets that pass around TLS are open to whoever listens, and a client drops the "
                        + "connection at the first of them.")
                .on(Profile.TLS_FRONTSIDE)
                .then(tunnel("a"))
                .then(toOrigin("a", 65, Octets.text(101), Octets.binary(64, 16_000, 102)))
                .then(toClient("a", 65, Octets.text(103), Octets.binary(64, 16_000, 104)))
                .claims(status(client("a"), 101), clientsOctetsArrive("a"), originsOctetsArrive("a"))
                .failsUnder("clear-after-101", "what origin a sends in the tunnel")
                .build();
    }

    private static Case oneRecord() {
        return must(
                        "tls-frontside/request-and-frame-in-one-record",
                        contract("early-octets"),
                        "A frame sent in one TLS record with the opening handshake reaches the origin, or the handshake is refused: it is never lost.")
                .because("TLS hands a proxy a whole record at once, so that early octets sit in a second buffer, "
                        + "which is forgotten more easily than the first.")
                .seenIn("goproxy#801")
                .on(Profile.TLS_FRONTSIDE)
                .after(WORKS)
                .then(open("a"), send(client("a"), opening("a").octets(), Octets.binary(1, 40, 105)))
                .then(answer("a", switching()))
                .then(await(origin("a"), Sign.FRAME, BRIEFLY))
                .then(fence())
                .claims(
                        either(way("delivered", status(client("a"), 101), clientsOctetsArrive("a")), refused("a")),
                        fenceSeen())
                .failsUnder("loses-early-octets", "0 of 1 frames")
                .build();
    }

    /** TLS 1.2 has no half-close: there a close_notify ends both directions (RFC 5246 §7.2.1). */
    private static Case clientHalfCloses() {
        return should(
                        "tls-frontside/client-half-closes",
                        contract("half-close"),
                        "A client that ends its direction with close_notify, in TLS 1.3, still gets what the origin sends afterwards.")
                .because("TLS 1.3 lets one direction end and the other go on. A proxy that still ends both, as TLS "
                        + "1.2 had to, drops the reply.")
                .seenIn("UNDERTOW-1493")
                .on(Profile.TLS_FRONTSIDE)
                .after(WORKS)
                .then(tunnel("a"))
                .then(
                        send(client("a"), Octets.binary(1, 40, 106)),
                        finish(client("a"), Ending.TLS_CLOSE),
                        await(origin("a"), Sign.ENDED),
                        send(origin("a"), Octets.binary(3, 1_000, 107)),
                        finish(origin("a"), Ending.FIN),
                        await(client("a"), Sign.ENDED))
                .claims(
                        seen(origin("a"), Sign.ENDED),
                        clientsOctetsArrive("a"),
                        either(
                                way("the reply arrives", originsOctetsArrive("a")),
                                way("no TLS 1.3", field(client("a"), ":tls", "TLSv1.2"))))
                .framing(Readings.HALF_CLOSE, seen(origin("a"), Sign.ENDED), clientsOctetsArrive("a"))
                .failsUnder("fin-ends-both", " of 3 frames")
                .build();
    }

    private static Case originEnds() {
        return must(
                        "tls-frontside/origin-end-becomes-close-notify",
                        rfc(8446, "6.1", "MUST"),
                        "Where the origin ends its direction, the client is told by close_notify, behind all octets.")
                .because("Without close_notify a client can't tell the end of the data from an attacker who cut "
                        + "it, and many report an error.")
                .on(Profile.TLS_FRONTSIDE)
                .after(WORKS)
                .then(tunnel("a"))
                .then(
                        send(origin("a"), Octets.binary(3, 1_000, 108)),
                        finish(origin("a"), Ending.FIN),
                        await(client("a"), Sign.ENDED))
                .claims(
                        originsOctetsArrive("a"),
                        seen(client("a"), Sign.ENDED),
                        new Claim.Ended(client("a"), Set.of(Ending.TLS_CLOSE)))
                .failsUnder("ends-without-close-notify", "TLS_TRUNCATED")
                .build();
    }

    private static Case clientTruncates() {
        return should(
                        "tls-frontside/client-leaves-without-close-notify",
                        contract("ends"),
                        "A client whose connection ends without close_notify takes the origin's leg with it.")
                .because("Phones and crashed browsers never say goodbye. If the origin's leg waits for it, they "
                        + "stay online for ever.")
                .on(Profile.TLS_FRONTSIDE)
                .after(WORKS)
                .then(tunnel("a"))
                .then(toOrigin("a", 1, Octets.binary(1, 40, 109)))
                .then(finish(client("a"), Ending.TLS_TRUNCATED), await(origin("a"), Sign.ENDED))
                .claims(clientsOctetsArrive("a"), seen(origin("a"), Sign.ENDED))
                .failsUnder("holds-fin", "but was: never seen")
                .build();
    }

    private static Case clientResets() {
        return should(
                        "tls-frontside/client-resets",
                        contract("ends"),
                        "A reset by a wss client ends the origin's leg at once.")
                .because("Behind TLS a reset surfaces in another place of the code than without, and is lost "
                        + "there: the origin keeps a dead user.")
                .on(Profile.TLS_FRONTSIDE)
                .after(WORKS)
                .then(tunnel("a"))
                .then(toOrigin("a", 1, Octets.binary(1, 40, 110)))
                .then(finish(client("a"), Ending.RST), await(origin("a"), Sign.ENDED))
                .claims(seen(origin("a"), Sign.ENDED))
                .failsUnder("reset-ignored", "but was: never seen")
                .build();
    }

    private static Case clientLeavesBefore101() {
        return should(
                        "tls-frontside/client-leaves-before-101",
                        contract("ends"),
                        "A wss client that resets before the answer takes the origin's connection with it.")
                .because("Users who reload a slow page leave handshakes behind; over TLS the proxy may only notice "
                        + "at its next write, which never comes.")
                .seenIn("unjs/httpxy#172")
                .on(Profile.TLS_FRONTSIDE)
                .after(WORKS)
                .then(ask("a", opening("a")))
                .then(await(origin("a"), Sign.HEAD), finish(client("a"), Ending.RST), await(origin("a"), Sign.ENDED))
                .claims(seen(origin("a"), Sign.HEAD), seen(origin("a"), Sign.ENDED))
                .failsUnder("client-leave-unseen", "but was: never seen")
                .build();
    }

    private static Case forwardedProto() {
        return should(
                        "tls-frontside/forwarded-proto",
                        contract("forwarded-proto"),
                        "The origin is told in X-Forwarded-Proto that the client came over TLS.")
                .because("Told http, an origin refuses the browser's https Origin, or sets cookies without Secure: "
                        + "sign-in works on the page and fails on the socket.")
                .on(Profile.TLS_FRONTSIDE)
                .after(WORKS)
                .then(tunnel("a"))
                .claims(
                        seen(origin("a"), Sign.HEAD),
                        either(
                                way("https", field(origin("a"), "X-Forwarded-Proto", "https")),
                                way("wss", field(origin("a"), "X-Forwarded-Proto", "wss"))))
                .failsUnder("says-http-for-https", "but was: http")
                .build();
    }
}
