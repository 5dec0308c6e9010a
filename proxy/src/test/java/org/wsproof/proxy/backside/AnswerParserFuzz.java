package org.wsproof.proxy.backside;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.wsproof.proxy.fuzz.Cuts;
import org.wsproof.proxy.fuzz.Executions;
import org.wsproof.proxy.fuzz.Invariant;
import org.wsproof.proxy.http.Field;
import org.wsproof.proxy.http.HeadOctets;

/** Heads of answers: cuts change nothing, and what is taken can be written down and is read again as the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AnswerParserFuzz {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7e\\x80-\\xff]*");
    private static final int MAX_OCTETS = 2000;
    private static final int MAX_FIELDS = 20;

    @RegisterExtension
    final Executions executions = new Executions();

    /** @param error empty where there is none */
    private record Read(Optional<Answer> answer, String error, boolean continueSeen, int left) {}

    @FuzzTest
    void readsTheSameHoweverTheOctetsCome(byte[] octets) throws AnswerException {
        executions.one();
        Read whole = read(octets, Cuts.WHOLE);
        Cuts cuts = Cuts.of(Arrays.hashCode(octets));
        Invariant.holds(read(octets, cuts).equals(whole), () -> cuts + ": another answer than " + whole);
        if (whole.answer().isPresent()) {
            sound(whole.answer().get());
        }
    }

    private static Read read(byte[] octets, Cuts cuts) {
        AnswerParser parser = new AnswerParser(MAX_OCTETS, MAX_FIELDS);
        int left = octets.length;
        try {
            for (ByteBuffer piece : cuts.of(octets)) {
                int before = piece.remaining();
                Optional<Answer> answer = parser.feed(piece);
                left -= before - piece.remaining();
                if (answer.isPresent()) {
                    return new Read(answer, "", parser.continueSeen(), left);
                }
                Invariant.holds(!piece.hasRemaining(), () -> "octets left without an answer");
            }
            Invariant.holds(parser.untouched() == (octets.length == 0), () -> "untouched");
            return new Read(Optional.empty(), "", parser.continueSeen(), left);
        } catch (AnswerException refused) {
            String why = String.valueOf(refused.getMessage());
            Invariant.holds(why.chars().noneMatch(Character::isISOControl), () -> "a control character in an error");
            return new Read(Optional.empty(), why, parser.continueSeen(), 0);
        }
    }

    private static void sound(Answer answer) throws AnswerException {
        Invariant.holds(answer.status() == 101 || answer.status() >= 200, () -> "an interim answer");
        Invariant.holds(answer.status() <= 599, () -> "a status beyond");
        Invariant.holds(answer.fields().lines().size() <= MAX_FIELDS, () -> "too many fields");
        for (Field field : answer.fields().lines()) {
            Invariant.holds(TOKEN.matcher(field.name()).matches(), () -> "no token");
            Invariant.holds(VALUE.matcher(field.value()).matches(), () -> "no value");
        }
        String start = (answer.http11() ? "HTTP/1.1 " : "HTTP/1.0 ") + answer.status() + " " + answer.reason();
        ByteBuffer written = HeadOctets.of(start, answer.fields());
        Optional<Answer> again = new AnswerParser(2 * MAX_OCTETS, MAX_FIELDS).feed(written);
        Invariant.holds(again.equals(Optional.of(answer)), () -> "read again as another");
        Invariant.holds(!written.hasRemaining(), () -> "written as more than one head");
    }
}
