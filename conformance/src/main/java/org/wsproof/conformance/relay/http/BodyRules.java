package org.wsproof.conformance.relay.http;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wsproof.conformance.relay.fault.Fault;
import org.wsproof.conformance.relay.fault.Faults;
import org.wsproof.conformance.relay.link.ChunkGrammar;
import org.wsproof.conformance.relay.link.Framing;
import org.wsproof.conformance.wire.Head;

/** RFC 9112 §6.1 and §6.3, without their leniency: one way to say where a request's body ends, or none. */
final class BodyRules {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

    private final Faults faults;

    BodyRules(Faults faults) {
        this.faults = faults;
    }

    Framing framing(Head head) throws Refused {
        List<String> lengths = head.values("Content-Length");
        List<String> codings = head.values("Transfer-Encoding");
        if (lengths.size() + codings.size() > 1 && !tolerated(lengths, codings)) {
            throw Refused.closing(400, "more than one field says where the body ends");
        }
        if (!codings.isEmpty()) {
            return coded(head);
        }
        return lengths.isEmpty() ? Framing.NONE : Framing.length(length(lengths.get(0)));
    }

    private boolean tolerated(List<String> lengths, List<String> codings) {
        if (lengths.isEmpty()) {
            return faults.has(Fault.TAKES_ANY_TRANSFER_CODING);
        }
        if (!codings.isEmpty()) {
            return faults.has(Fault.TAKES_LENGTH_AND_CHUNKED);
        }
        boolean equal = Set.copyOf(lengths).size() == 1 && faults.has(Fault.TAKES_EQUAL_LENGTHS);
        return equal || faults.has(Fault.TAKES_ODD_LENGTHS);
    }

    private Framing coded(Head head) throws Refused {
        boolean chunked = head.joined("Transfer-Encoding").equalsIgnoreCase("chunked");
        if (!chunked && faults.has(Fault.TAKES_ANY_TRANSFER_CODING)) {
            return Framing.NONE;
        }
        if (!chunked || head.word(2).equals("HTTP/1.0")) {
            throw Refused.closing(400, "the only transfer coding is chunked, in HTTP/1.1");
        }
        return Framing.chunked(grammar());
    }

    private ChunkGrammar grammar() {
        if (faults.has(Fault.TAKES_ODD_CHUNK_SIZES)) {
            return ChunkGrammar.FIRST_DIGITS;
        }
        if (faults.has(Fault.WRAPS_CHUNK_SIZES)) {
            return ChunkGrammar.WRAPPING;
        }
        return faults.has(Fault.SKIPS_CHUNK_ENDS) ? ChunkGrammar.LOOSE_ENDS : ChunkGrammar.STRICT;
    }

    private long length(String value) throws Refused {
        Matcher digits = DIGITS.matcher(value);
        boolean found = faults.has(Fault.TAKES_ODD_LENGTHS) ? digits.find() : digits.matches();
        if (!found) {
            throw Refused.closing(400, "Content-Length is no number");
        }
        return Long.parseLong(digits.group());
    }
}
