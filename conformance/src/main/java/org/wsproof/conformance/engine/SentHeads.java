package org.wsproof.conformance.engine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.wsproof.conformance.model.Octets;
import org.wsproof.conformance.model.Octets.Raw;
import org.wsproof.conformance.wire.Head;
import org.wsproof.conformance.wire.HeadReader;

/** Finds heads in octets that a script sends. */
final class SentHeads {
    private static final Pattern REQUEST_LINE = Pattern.compile("\\S+ \\S+ HTTP/.*");

    private SentHeads() {}

    /** The requests in octets that a client sends: a body or frames between them are no heads, and left out. */
    static List<Head> requests(List<Octets> octets) {
        List<Head> heads = new ArrayList<>();
        for (Octets one : octets) {
            if (one instanceof Raw raw) {
                heads.addAll(requests(raw.latin1()));
            }
        }
        return heads;
    }

    private static List<Head> requests(String text) {
        List<Head> heads = new ArrayList<>();
        HeadReader reader = new HeadReader();
        for (byte octet : text.getBytes(StandardCharsets.ISO_8859_1)) {
            if (reader.take(octet)) {
                reader.head()
                        .filter(head -> REQUEST_LINE.matcher(head.startLine()).matches())
                        .ifPresent(heads::add);
            }
        }
        return heads;
    }
}
