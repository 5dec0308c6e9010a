package org.wsproof.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who may know the gateway, and how large the rooms are. */
final class HouseTest {
    private static final int MOST_TYPES = 15;
    private static final JavaClasses BENCHMARKS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("jmh_generated"))
            .importPackages("org.wsproof.benchmarks");

    @Test
    void whatDrivesTheLoadKnowsTheGatewayAsAProcess() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage("org.wsproof.benchmarks.parts..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.wsproof.proxy..", "org.wsproof.benchmarks.parts..", "io.undertow..", "org.xnio..")
                .check(BENCHMARKS);
    }

    @Test
    void roomsAreSmall() {
        Map<String, Integer> types = new TreeMap<>();
        BENCHMARKS.stream()
                .filter(c -> c.isTopLevelClass() && !c.getSimpleName().equals("package-info"))
                .forEach(c -> types.merge(c.getPackageName(), 1, Integer::sum));
        assertThat(types)
                .isNotEmpty()
                .allSatisfy((room, count) -> assertThat(count).as(room).isLessThanOrEqualTo(MOST_TYPES));
    }
}
