package org.wsproof.proxy.backside;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.wsproof.proxy.http.Field;
import org.wsproof.proxy.http.Fields;

/**
 * Reads the head of an answer as it arrives, in pieces of any size. Stricter than RFC 9112 demands: a line ends with CRLF
 * only, folded lines and white space before a colon are errors. Interim answers are skipped (RFC 9110 §15.2), save 101.
 *
 * <p>Not for use by several threads; not for use again once it has returned an answer or thrown.
 */
public final class AnswerParser {
    private final int maxOctets;
    private final int maxFields;

    private byte[] line = new byte[256];
    private int length;
    private int octets;
    private boolean statusSeen;
    private boolean continueSeen;
    private boolean http11;
    private int status;
    private String reason = "";
    private final List<Field> fields = new ArrayList<>();

    /**
     * @param maxOctets for all heads together, interim ones included; this bounds the memory in use
     * @param maxFields for one head
     */
    public AnswerParser(int maxOctets, int maxFields) {
        this.maxOctets = maxOctets;
        this.maxFields = maxFields;
    }

    /**
     * Takes octets up to the end of the head, and leaves what follows it in the buffer.
     *
     * @return the answer once its head is whole
     * @throws AnswerException if the octets are no valid answer, or too many
     */
    public Optional<Answer> feed(ByteBuffer in) throws AnswerException {
        while (in.hasRemaining()) {
            if (++octets > maxOctets) {
                throw new AnswerException("head longer than " + maxOctets + " octets");
            }
            append(in.get());
            if (atLineEnd() && endLine()) {
                return Optional.of(new Answer(http11, status, reason, new Fields(fields)));
            }
        }
        return Optional.empty();
    }

    /** True until the first octet has come. */
    boolean untouched() {
        return octets == 0;
    }

    /** Whether a 100 was among the interim answers so far. */
    boolean continueSeen() {
        return continueSeen;
    }

    private void append(byte octet) throws AnswerException {
        boolean afterCarriageReturn = length > 0 && line[length - 1] == '\r';
        if (afterCarriageReturn != (octet == '\n')) {
            throw new AnswerException("a line must end with CRLF");
        }
        if (length == line.length) {
            line = Arrays.copyOf(line, length * 2);
        }
        line[length++] = octet;
    }

    private boolean atLineEnd() {
        return line[length - 1] == '\n';
    }

    /** Returns true at the end of the head that counts. */
    private boolean endLine() throws AnswerException {
        String text = new String(line, 0, length - 2, StandardCharsets.ISO_8859_1);
        length = 0;
        if (!statusSeen) {
            statusLine(text);
            statusSeen = true;
            return false;
        }
        if (!text.isEmpty()) {
            fields.add(field(text));
            if (fields.size() > maxFields) {
                throw new AnswerException("more than " + maxFields + " fields");
            }
            return false;
        }
        boolean interim = status < 200 && status != 101;
        if (interim) {
            continueSeen |= status == 100;
            statusSeen = false;
            fields.clear();
        }
        return !interim;
    }

    /** RFC 9112 §4; the space before an empty reason phrase may be missing, as many servers leave it out. */
    private void statusLine(String text) throws AnswerException {
        boolean shaped = (text.startsWith("HTTP/1.1 ") || text.startsWith("HTTP/1.0 "))
                && text.length() >= 12
                && (text.length() == 12 || text.charAt(12) == ' ');
        if (!shaped) {
            throw new AnswerException("no status line of HTTP/1: " + quote(text));
        }
        int code = 0;
        for (int i = 9; i < 12; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                throw new AnswerException("no status code: " + quote(text));
            }
            code = code * 10 + digit;
        }
        if (code < 100 || code > 599) {
            throw new AnswerException("status code out of range: " + code);
        }
        http11 = text.charAt(7) == '1';
        status = code;
        reason = text.length() > 13 ? text.substring(13) : "";
        requireText(reason);
    }

    private static Field field(String text) throws AnswerException {
        int colon = text.indexOf(':');
        if (colon <= 0) {
            throw new AnswerException("no field line, but " + text.length() + " octets without a colon in place");
        }
        for (int i = 0; i < colon; i++) {
            if (!isTokenCharacter(text.charAt(i))) {
                throw new AnswerException("no field name, but octet " + (int) text.charAt(i) + " in it");
            }
        }
        requireText(text);
        return new Field(text.substring(0, colon), Fields.trimmed(text.substring(colon + 1)));
    }

    private static boolean isTokenCharacter(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || "!#$%&'*+-.^_`|~".indexOf(c) >= 0;
    }

    private static void requireText(String text) throws AnswerException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\t') || c == 127) {
                throw new AnswerException("control character " + (int) c + " in the head");
            }
        }
    }

    /** Enough of an unexpected line to recognise it, fit for a log. */
    private static String quote(String text) {
        String start = text.length() > 60 ? text.substring(0, 60) + "…" : text;
        return '"' + start.replaceAll("[^\\x20-\\x7e…]", "?") + '"';
    }
}
