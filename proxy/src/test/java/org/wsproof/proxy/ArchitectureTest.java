package org.wsproof.proxy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The house rules that the compiler cannot hold. */
final class ArchitectureTest {
    private static final int MOST_TYPES = 15;

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.wsproof.proxy");

    @Test
    void undertowStaysWhereConnectionsAre() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.wsproof.proxy.frontside..",
                        "org.wsproof.proxy.backside",
                        "org.wsproof.proxy.tunnel",
                        "org.wsproof.proxy.tunnel.legs",
                        "org.wsproof.proxy.time",
                        "org.wsproof.proxy.admin")
                .and()
                .doNotHaveFullyQualifiedName(Gateway.class.getName())
                .and()
                .doNotHaveFullyQualifiedName(Assembly.class.getName())
                .and()
                .doNotHaveFullyQualifiedName(Assembly.Shared.class.getName())
                .and()
                .doNotBelongToAnyOf(Switchover.class, AdminSide.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.undertow..", "org.xnio..")
                .check(classes);
    }

    @Test
    void theLegsDoNotKnowEachOtherNorTheTunnelThem() {
        noClasses()
                .that()
                .resideInAnyPackage("org.wsproof.proxy.tunnel", "org.wsproof.proxy.backside")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.wsproof.proxy.frontside..")
                .check(classes);
        noClasses()
                .that()
                .resideInAPackage("org.wsproof.proxy.tunnel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.wsproof.proxy.backside", "org.wsproof.proxy.http", "org.wsproof.proxy.config")
                .check(classes);
    }

    @Test
    void noPackageIsALargeOne() {
        Map<String, Long> types = classes.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));
        assertThat(types).isNotEmpty();
        types.forEach((name, count) -> assertThat(count).as(name).isLessThanOrEqualTo(MOST_TYPES));
    }
}
