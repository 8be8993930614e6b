package io.gridwhistle.escalation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "io.gridwhistle.escalation", importOptions = DoNotIncludeTests.class)
class EscalationArchitectureTest {
    @ArchTest
    static final ArchRule CLOCKS_ARE_PURE = noClasses()
            .that()
            .resideInAPackage("..clock..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "io.r2dbc..", "reactor..")
            .orShould()
            .callMethod(Instant.class, "now");

    @ArchTest
    static final ArchRule SERVICES_MEET_IN_THE_LOG_ALONE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.gridwhistle.intake..",
                    "io.gridwhistle.dispatch..",
                    "io.gridwhistle.evaluation..",
                    "io.gridwhistle.gateway..");
}
