package org.wsproof.conformance.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.wsproof.conformance.cases.Catalogue;

class BugReferenceTest {
    @Test
    void aShortNameLeadsToItsRepository() {
        assertThat(BugReference.of("haproxy#1997"))
                .isEqualTo(new BugReference("haproxy/haproxy#1997", "https://github.com/haproxy/haproxy/issues/1997"));
    }

    @Test
    void anyRepositoryCanBeNamedInFull() {
        assertThat(BugReference.of("nextcloud/HaRP#115").url())
                .isEqualTo("https://github.com/nextcloud/HaRP/issues/115");
    }

    @Test
    void advisoriesLeadToTheirDatabases() {
        assertThat(BugReference.of("CVE-2022-31813").url())
                .isEqualTo("https://nvd.nist.gov/vuln/detail/CVE-2022-31813");
        assertThat(BugReference.of("GHSA-92mv-8f8w-wq52").url())
                .isEqualTo("https://github.com/advisories/GHSA-92mv-8f8w-wq52");
    }

    @Test
    void aProjectThatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> BugReference.of("unheard-of#1")).hasMessageContaining("unheard-of#1");
        assertThatThrownBy(() -> BugReference.of("somewhere")).hasMessageContaining("somewhere");
    }

    @Test
    void allThatCasesNameAreKnown() {
        assertThat(Catalogue.all())
                .allSatisfy(one -> assertThat(one.why().bugs())
                        .allSatisfy(
                                bug -> assertThat(BugReference.of(bug).url()).startsWith("https://"))
                        .doesNotHaveDuplicates());
    }
}
