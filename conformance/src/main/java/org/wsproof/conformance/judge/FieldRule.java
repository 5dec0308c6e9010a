package org.wsproof.conformance.judge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.wsproof.conformance.model.Claim.Field;
import org.wsproof.conformance.model.Peer;
import org.wsproof.conformance.transcript.Sighting;
import org.wsproof.conformance.transcript.Transcript;
import org.wsproof.conformance.wire.Head;
import org.wsproof.conformance.wire.OpeningHandshake;
import org.wsproof.conformance.wire.Original;
import org.wsproof.conformance.words.ClaimText;

/** Judges one field of the first head at an endpoint. */
final class FieldRule {
    /** What the authority is told of the client's request target. */
    private static final String TOLD = ":original-target";

    private final Field claim;
    private final Sighting sighting;
    private final Transcript transcript;

    FieldRule(Field claim, Sighting sighting, Transcript transcript) {
        this.claim = claim;
        this.sighting = sighting;
        this.transcript = transcript;
    }

    boolean holds() {
        List<String> values = values();
        String joined = String.join(", ", values);
        List<String> tokens = tokens(values);
        return switch (claim.rule()) {
            case ABSENT -> values.isEmpty();
            case PRESENT -> !values.isEmpty();
            case ONCE -> values.size() == 1;
            case EQUALS -> !values.isEmpty() && joined.equals(claim.value());
            case HAS_TOKEN -> tokens.contains(lower(claim.value()));
            case LACKS_TOKEN -> !tokens.contains(lower(claim.value()));
            case ONLY_TOKENS -> Set.copyOf(tokens).equals(Set.copyOf(tokens(List.of(claim.value()))));
            case AS_SENT -> values.equals(sent());
            case ACCEPTS_KEY -> joined.equals(OpeningHandshake.accept(key()));
        };
    }

    String expectation() {
        return ClaimText.expected(claim) + known() + " at " + sighting.at();
    }

    String actual() {
        List<String> values = values();
        if (values.isEmpty()) {
            return head().isPresent() || claim.name().startsWith(":") ? "absent" : "no head";
        }
        return String.join(" | ", values);
    }

    /** What the claim itself can't say, since only the transcript has it. */
    private String known() {
        return switch (claim.rule()) {
            case AS_SENT -> ": " + (sent().isEmpty() ? "absent" : String.join(" | ", sent()));
            case ACCEPTS_KEY -> ": " + OpeningHandshake.accept(key()) + " for " + key();
            default -> "";
        };
    }

    private List<String> values() {
        Optional<String> fact = Optional.ofNullable(sighting.facts().get(claim.name()));
        return fact.map(List::of)
                .orElseGet(() -> head().map(head ->
                                claim.name().equals(TOLD) ? List.of(Original.target(head)) : values(head, claim.name()))
                        .orElse(List.of()));
    }

    /** The lines of the field in a head that this peer received; the words of its first line have names with a colon. */
    private List<String> values(Head head, String name) {
        boolean response = sighting.at().peer() == Peer.CLIENT;
        List<String> names =
                response ? List.of(":version", ":status", ":reason") : List.of(":method", ":target", ":version");
        int word = names.indexOf(name);
        return word < 0 ? head.values(name) : List.of(head.word(word));
    }

    private Optional<Head> head() {
        return sighting.head(1);
    }

    /** The same field as the other end of this exchange sent it. */
    private List<String> sent() {
        Peer other = sighting.at().peer() == Peer.CLIENT ? Peer.ORIGIN : Peer.CLIENT;
        return transcript
                .at(new org.wsproof.conformance.model.Endpoint(
                        other, sighting.at().tag()))
                .flatMap(s -> s.sent().stream().filter(head -> !head.interim()).findFirst())
                .map(head -> values(head, claim.name().equals(TOLD) ? ":target" : claim.name()))
                .orElse(List.of());
    }

    private String key() {
        return sighting.sent().stream()
                .map(head -> head.joined("Sec-WebSocket-Key"))
                .filter(key -> !key.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static List<String> tokens(List<String> values) {
        return new Head("", values.stream().map(v -> new Head.Field("f", v)).toList()).tokens("f");
    }

    private static String lower(String value) {
        return value.toLowerCase(Locale.ROOT);
    }
}
