package org.wsproof.proxy.frontside;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wsproof.proxy.fuzz.Executions;
import org.wsproof.proxy.fuzz.Invariant;
import org.wsproof.proxy.http.Field;
import org.wsproof.proxy.http.Fields;
import org.wsproof.proxy.http.RequestHead;

/** What is let in as a tunnel is an opening handshake to {@link StrictHandshake} too; as HTTP, what ends in one place only. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AdmissionFuzz {
    @RegisterExtension
    final Executions executions = new Executions();

    private final AdmissionCheck check = new AdmissionCheck(Heads.largest());

    /** @param octets a head as a client may write it: lines that end with LF */
    @FuzzTest
    void letsInOnlyWhatIsStrictlyAHandshake(byte[] octets) {
        executions.one();
        RequestHead head = head(new String(octets, StandardCharsets.ISO_8859_1));
        Admission admission = check.admit(head);
        if (admission instanceof Admission.Tunnel tunnel) {
            Invariant.holds(StrictHandshake.is(head), () -> "no handshake, and let in: " + head);
            Invariant.holds(
                    head.fields().values("Sec-WebSocket-Key").equals(List.of(tunnel.key())), () -> "another key");
        }
        if (admission instanceof Admission.Refused) {
            Invariant.holds(
                    !plain(head) || !StrictHandshake.is(head), () -> "a sound handshake is refused: " + admission);
        } else {
            delimited(head);
            Invariant.holds(head.originForm().matches("/[^ #]*|\\*"), () -> "no origin-form: " + head.originForm());
        }
    }

    /** Nothing in it that would be refused in a plain request too. */
    private static boolean plain(RequestHead head) {
        return head.target().matches("/[a-z?=&]{0,100}")
                && String.join(",", head.fields().values("Host")).matches("[a-z.]+(:[0-9]{1,5})?");
    }

    private static void delimited(RequestHead head) {
        List<String> codings = head.fields().values("Transfer-Encoding");
        List<String> lengths = head.fields().values("Content-Length");
        Invariant.holds(codings.isEmpty() || lengths.isEmpty(), () -> "both a coding and a length");
        Invariant.holds(codings.isEmpty() || head.protocol().equals("HTTP/1.1"), () -> "a coding in HTTP/1.0");
        Invariant.holds(
                codings.isEmpty() || String.join(",", codings).equalsIgnoreCase("chunked"), () -> "codings " + codings);
        Invariant.holds(lengths.isEmpty() || String.join(",", lengths).matches("[0-9]+"), () -> "lengths " + lengths);
        List<String> hosts = head.fields().values("Host");
        Invariant.holds(
                hosts.size() == 1 || (hosts.isEmpty() && head.protocol().equals("HTTP/1.0")), () -> "hosts " + hosts);
        Invariant.holds(String.join("", hosts).matches("[^\\s/@?#,\\\\\\x00-\\x20]*"), () -> "host " + hosts);
    }

    /** As Undertow hands heads on: three words, and values without the blanks around them. */
    private static RequestHead head(String text) {
        String[] lines = text.split("\n", -1);
        String[] words = (lines[0] + "  ").split(" ", -1);
        List<Field> fields = new ArrayList<>();
        for (String line : List.of(lines).subList(1, lines.length)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.add(new Field(line.substring(0, colon), StrictHandshake.trimmed(line.substring(colon + 1))));
            }
        }
        return new RequestHead(words[0], words[2], words[1], new Fields(fields));
    }
}
