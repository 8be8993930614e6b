package io.gridwhistle.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.gridwhistle.intake", importOptions = DoNotIncludeTests.class)
class IntakeArchitectureTest {
    @ArchTest
    static final ArchRule SERVICES_MEET_IN_THE_LOG_ALONE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.gridwhistle.evaluation..",
                    "io.gridwhistle.dispatch..",
                    "io.gridwhistle.escalation..",
                    "io.gridwhistle.gateway..");
}
