package org.wsproof.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the kit's rooms may use. */
class HouseTest {
    private static final int MOST_TYPES = 15;
    private static final JavaClasses KIT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.wsproof.conformance");

    @Test
    void theJudgeSharesNoCodeWithTheJudged() {
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.wsproof.proxy..", "io.undertow..", "org.xnio..")
                .check(KIT);
    }

    @Test
    void judgingNeedsNoConnections() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAnyPackage(
                        "..conformance.model",
                        "..conformance.judge",
                        "..conformance.transcript",
                        "..conformance.cases..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net..",
                        "javax.net..",
                        "..conformance.stage",
                        "..conformance.engine",
                        "..conformance.relay..")
                .check(KIT);
    }

    @Test
    void whatIsJudgedByNeverComesFromTheRelay() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAnyPackage("..conformance.judge", "..conformance.stage", "..conformance.engine")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..conformance.relay..")
                .check(KIT);
    }

    @Test
    void roomsAreSmall() {
        Map<String, Integer> types = new TreeMap<>();
        DescribedPredicate<JavaClass> topLevel = DescribedPredicate.describe(
                "top-level", c -> c.isTopLevelClass() && !c.getSimpleName().equals("package-info"));
        KIT.that(topLevel).forEach(c -> types.merge(c.getPackageName(), 1, Integer::sum));
        assertThat(types)
                .isNotEmpty()
                .allSatisfy((room, count) -> assertThat(count).as(room).isLessThanOrEqualTo(MOST_TYPES));
    }
}
