package org.wsproof.conformance.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.wsproof.conformance.model.Basis;
import org.wsproof.conformance.model.Case;
import org.wsproof.conformance.model.Claim;
import org.wsproof.conformance.model.Endpoint;
import org.wsproof.conformance.model.Level;
import org.wsproof.conformance.model.Octets.Raw;
import org.wsproof.conformance.model.Peer;
import org.wsproof.conformance.model.Step;
import org.wsproof.conformance.relay.fault.Faults;

/** What must hold of every case before it is ever performed. */
class CatalogueTest {
    private static final Path CONTRACTS = Path.of("..", "docs", "contracts.md");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)(:[a-z0-9-]+)?}");

    @Test
    void eachCaseStandsInItsSuite() {
        assertThat(Catalogue.suites())
                .allSatisfy((suite, cases) ->
                        assertThat(cases).extracting(Case::suite).containsOnly(suite));
    }

    @Test
    void idsArePermanentWordsAndUnique() {
        assertThat(ids())
                .doesNotHaveDuplicates()
                .allSatisfy(id -> assertThat(id).matches("[a-z0-9-]+/[a-z0-9-]+"));
    }

    @TestFactory
    Stream<DynamicTest> everyCaseIsSound() {
        List<String> ids = ids();
        return Catalogue.all().stream()
                .map(subject -> DynamicTest.dynamicTest(subject.id(), () -> {
                    isToldInSentences(subject);
                    canFail(subject);
                    namesOnlyWhatItUses(subject);
                    opensBeforeItSends(subject);
                    usesKnownPlaceholders(subject);
                    fencesWhatNeverReachesTheOrigin(subject);
                    assertThat(subject.dependsOn()).isSubsetOf(ids);
                }));
    }

    @Test
    void oneEndCanJudgeEachEchoCaseAndDependsOnNoOther() {
        List<Case> cases = Catalogue.oneSided();
        assertThat(cases)
                .extracting(Case::id)
                .containsAll(Catalogue.all().stream()
                        .map(Case::id)
                        .filter(id -> id.startsWith("echo/"))
                        .toList());
        Set<String> ids = cases.stream().map(Case::id).collect(Collectors.toSet());
        assertThat(cases).allSatisfy(subject -> {
            assertThat(subject.dependsOn()).isSubsetOf(ids);
            assertThat(subject.steps().stream().flatMap(Step::endpoints)).allMatch(at -> at.peer() == Peer.CLIENT);
        });
    }

    @Test
    void contractsAreWrittenDown() throws IOException {
        Set<String> anchors = Files.readAllLines(CONTRACTS).stream()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3).strip())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = Catalogue.all().stream()
                .map(Case::basis)
                .filter(Basis.Contract.class::isInstance)
                .map(basis -> ((Basis.Contract) basis).anchor())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(named).isEqualTo(anchors);
    }

    private static void isToldInSentences(Case subject) {
        assertThat(subject.sentence()).matches("[A-Z0-9].*\\.");
        assertThat(subject.why().text())
                .as("why it matters")
                .matches("[A-Z0-9].*\\.")
                .isNotEqualTo(subject.sentence());
        if (subject.level() == Level.MUST && subject.basis() instanceof Basis.Rfc rfc) {
            assertThat(rfc.keyword()).as("keyword of " + rfc).isIn("MUST", "MUST NOT");
        }
    }

    private static void canFail(Case subject) {
        assertThat(subject.claims()).isNotEmpty();
        int least = subject.level() == Level.OBSERVE ? 2 : 1;
        assertThat(subject.counterExamples()).hasSizeBetween(least, 4).allSatisfy(example -> {
            assertThat(Faults.named(example.fault())).isNotNull();
            assertThat(example.fact()).isNotBlank();
        });
        assertThat(subject.counterExamples())
                .extracting(example -> example.fault())
                .doesNotHaveDuplicates();
    }

    /** A claim on an endpoint that no step touches would hold, or fail, for no reason. */
    private static void namesOnlyWhatItUses(Case subject) {
        Set<String> used = new HashSet<>(Set.of(""));
        subject.allSteps().flatMap(CatalogueTest::tags).forEach(used::add);
        assertThat(used).containsAll(endpoints(subject).map(Endpoint::tag).toList());
    }

    private static void opensBeforeItSends(Case subject) {
        Set<Endpoint> open = new HashSet<>();
        subject.allSteps().forEach(step -> {
            if (step instanceof Step.Open opened) {
                assertThat(open.add(opened.client()))
                        .as("%s opened once", opened.client())
                        .isTrue();
            } else if (step instanceof Step.Send send && send.at().peer() == Peer.CLIENT) {
                assertThat(open).contains(send.at());
            }
        });
    }

    private static void usesKnownPlaceholders(Case subject) {
        raw(subject).forEach(text -> {
            Matcher matcher = PLACEHOLDER.matcher(text);
            while (matcher.find()) {
                assertThat(matcher.group(1)).isIn("target", "key", "accept", "host");
            }
        });
    }

    private static void fencesWhatNeverReachesTheOrigin(Case subject) {
        boolean never = claims(subject).anyMatch(c -> c instanceof Claim.Never n && n.at().peer() == Peer.ORIGIN);
        boolean seen = subject.claims().stream().anyMatch(CatalogueTest::showsTheOrigin);
        assertThat(!never || seen)
                .as("a claim of Never at the origin needs a claim of Seen there")
                .isTrue();
    }

    private static boolean showsTheOrigin(Claim claim) {
        if (claim instanceof Claim.AnyOf anyOf) {
            return anyOf.alternatives().stream()
                    .allMatch(way -> way.claims().stream().anyMatch(CatalogueTest::showsTheOrigin));
        }
        return claim instanceof Claim.Seen seen && seen.at().peer() == Peer.ORIGIN;
    }

    private static List<String> ids() {
        return Catalogue.all().stream().map(Case::id).toList();
    }

    /** The tags that a step acts on, and those that its octets carry as request targets. */
    private static Stream<String> tags(Step step) {
        if (step instanceof Step.Open open) {
            return Stream.of(open.client().tag());
        } else if (step instanceof Step.Send send) {
            Stream<String> carried = send.octets().stream()
                    .filter(Raw.class::isInstance)
                    .flatMap(octets ->
                            PLACEHOLDER.matcher(((Raw) octets).latin1()).results())
                    .filter(match -> match.group(2) != null)
                    .map(match -> match.group(2).substring(1));
            return Stream.concat(Stream.of(send.at().tag()), carried);
        } else if (step instanceof Step.Operate) {
            return step.endpoints().map(Endpoint::tag);
        }
        return Stream.of();
    }

    private static Stream<String> raw(Case subject) {
        return subject.allSteps()
                .filter(Step.Send.class::isInstance)
                .flatMap(step -> ((Step.Send) step).octets().stream())
                .filter(Raw.class::isInstance)
                .map(octets -> ((Raw) octets).latin1());
    }

    private static Stream<Claim> claims(Case subject) {
        return subject.claims().stream()
                .flatMap(claim -> claim instanceof Claim.AnyOf anyOf
                        ? anyOf.alternatives().stream().flatMap(a -> a.claims().stream())
                        : Stream.of(claim));
    }

    private static Stream<Endpoint> endpoints(Case subject) {
        return claims(subject).flatMap(CatalogueTest::endpoints);
    }

    private static Stream<Endpoint> endpoints(Claim claim) {
        if (claim instanceof Claim.Status status) {
            return Stream.of(status.at());
        } else if (claim instanceof Claim.Field field) {
            return Stream.of(field.at());
        } else if (claim instanceof Claim.Same same) {
            return Stream.of(same.sender(), same.receiver());
        } else if (claim instanceof Claim.SameThenClose same) {
            return Stream.of(same.sender(), same.receiver());
        } else if (claim instanceof Claim.Seen seen) {
            return Stream.of(seen.at());
        } else if (claim instanceof Claim.Never never) {
            return Stream.of(never.at());
        } else if (claim instanceof Claim.Between between) {
            return Stream.of(between.from(), between.to());
        } else if (claim instanceof Claim.AtMost atMost) {
            return Stream.of(atMost.at());
        }
        return Stream.of(((Claim.Ended) claim).at());
    }
}
