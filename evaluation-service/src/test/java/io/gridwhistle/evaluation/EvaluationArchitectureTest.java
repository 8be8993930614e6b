package io.gridwhistle.evaluation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "io.gridwhistle.evaluation", importOptions = DoNotIncludeTests.class)
class EvaluationArchitectureTest {
    @ArchTest
    static final ArchRule THE_DECIDER_IS_PURE = noClasses()
            .that()
            .haveSimpleName("EvaluationDecider")
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
                    "io.gridwhistle.escalation..",
                    "io.gridwhistle.gateway..");
}
