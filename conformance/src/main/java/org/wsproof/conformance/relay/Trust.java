package org.wsproof.conformance.relay;

import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.relay.fault.Faults;
import org.wsproof.conformance.relay.link.Tls;

/** Whose certificates the backside takes. */
final class Trust {
    private final Faults faults;

    Trust(Faults faults) {
        this.faults = faults;
    }

    /** For the profile that validates. */
    BacksideTls validated(Path trusted) throws IOException {
        if (faults.has(Fault.ACCEPTS_ANY_CERTIFICATE)) {
            return new BacksideTls(Tls.trustingAnybody(), false, faults);
        }
        return new BacksideTls(context(trusted), !faults.has(Fault.CHECKS_NO_HOST), faults);
    }

    /** For the profile that takes any certificate. */
    BacksideTls unvalidated(Path trusted) throws IOException {
        if (faults.has(Fault.VALIDATES_REGARDLESS)) {
            return new BacksideTls(Tls.trusting(Tls.certificates(trusted)), true, faults);
        }
        return new BacksideTls(Tls.trustingAnybody(), false, faults);
    }

    private SSLContext context(Path trusted) throws IOException {
        List<X509Certificate> anchors = Tls.certificates(trusted);
        if (faults.has(Fault.DISTRUSTS_CONFIGURED_AUTHORITY)) {
            return Tls.trusting(List.of());
        }
        if (faults.has(Fault.CHECKS_NO_DATES)) {
            return Tls.with(new SecondThought(anchors, chain -> anchors, true));
        }
        if (faults.has(Fault.TRUSTS_SELF_SIGNED)) {
            return Tls.with(new SecondThought(anchors, chain -> chain.size() == 1 ? chain : List.of(), false));
        }
        if (faults.has(Fault.TRUSTS_ANY_ISSUER)) {
            return Tls.with(new SecondThought(
                    anchors, chain -> chain.size() > 1 ? chain.subList(1, chain.size()) : List.of(), false));
        }
        return Tls.trusting(anchors);
    }
}
