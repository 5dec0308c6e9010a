package org.wsproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.wsproof.proxy.Main;

/** What the command may know of the gateway, and how large its rooms are. */
class HouseTest {
    private static final int MOST_TYPES = 15;
    private static final JavaClasses COMMAND = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.wsproof.cli");

    @Test
    void theGatewayIsKnownByItsMainClassAlone() {
        nobodyKnows(
                "inside the gateway",
                c -> c.getPackageName().startsWith("org.wsproof.proxy") && !c.isEquivalentTo(Main.class),
                "org.wsproof.cli.describe");
    }

    @Test
    void whoDescribesAGatewayReadsItsConfigurationAndNoMore() {
        nobodyKnows(
                "in the gateway, and no configuration",
                c -> c.getPackageName().startsWith("org.wsproof.proxy")
                        && !c.getPackageName().startsWith("org.wsproof.proxy.config")
                        && !c.isEquivalentTo(Main.class),
                "");
    }

    private static void nobodyKnows(String what, Predicate<JavaClass> inside, String except) {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage(except)
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(what, inside))
                .check(COMMAND);
    }

    @Test
    void roomsAreSmall() {
        Map<String, Integer> types = new TreeMap<>();
        COMMAND.stream()
                .filter(c -> c.isTopLevelClass() && !c.getSimpleName().equals("package-info"))
                .forEach(c -> types.merge(c.getPackageName(), 1, Integer::sum));
        assertThat(types)
                .isNotEmpty()
                .allSatisfy((room, count) -> assertThat(count).as(room).isLessThanOrEqualTo(MOST_TYPES));
    }
}
