package org.wsproof.junit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What other people's builds get to see. */
class HouseTest {
    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.wsproof.junit");

    @Test
    void thePublicTypesFitOnOnePage() {
        DescribedPredicate<JavaClass> open = DescribedPredicate.describe(
                "public", one -> one.getModifiers().contains(JavaModifier.PUBLIC) && !one.isInnerClass());
        assertThat(MODULE.that(open))
                .extracting(JavaClass::getSimpleName)
                .containsExactlyInAnyOrder("WsproofTests", "RunningProxy", "KitAddress");
    }

    @Test
    void theKitIsAllThatItKnowsOfThisHouse() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.wsproof.proxy..", "org.wsproof.cli..", "io.undertow..")
                .check(MODULE);
    }

    @Test
    void jupitersApiIsAllThatItKnowsOfJunit() {
        classes()
                .that(not(JavaClass.Predicates.simpleName("package-info")))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "org.wsproof..", "org.junit.jupiter.api..", "org.opentest4j..", "org.jspecify..")
                .check(MODULE);
    }
}
