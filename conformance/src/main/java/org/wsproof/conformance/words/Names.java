package org.wsproof.conformance.words;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Endpoint;
import org.wsproof.conformance.model.Peer;
import org.wsproof.conformance.model.Step;

/** What a case's endpoints are called: just {@code the client} where there is but one. */
record Names(List<String> exchanges, List<String> copied) {
    static final String FENCE = "fence";

    static Names of(Case subject) {
        Stream<Endpoint> all = Stream.concat(
                subject.steps().stream().flatMap(Step::endpoints),
                subject.claims().stream().flatMap(Claim::endpoints));
        return new Names(
                all.filter(at -> at.peer() != Peer.OPERATOR)
                        .map(Endpoint::tag)
                        .filter(tag -> !tag.isEmpty() && !tag.equals(FENCE))
                        .distinct()
                        .toList(),
                subject.steps().stream()
                        .filter(Step.Each.class::isInstance)
                        .map(each -> ((Step.Each) each).tag())
                        .toList());
    }

    String of(Endpoint at) {
        String peer = peer(at.peer());
        if (at.peer() == Peer.OPERATOR) {
            return "the operator";
        }
        if (at.tag().isEmpty()) {
            return "the " + peer + ", of a request it could not read,";
        }
        if (at.tag().equals(FENCE)) {
            return "the fence's " + peer;
        }
        if (copied.contains(at.tag())) {
            return "each " + peer + " " + at.tag();
        }
        return exchanges.size() > 1 ? peer + " " + at.tag() : "the " + peer;
    }

    static String peer(Peer peer) {
        return peer == Peer.AUTHORITY ? "authorization server" : peer.name().toLowerCase(Locale.ROOT);
    }
}
