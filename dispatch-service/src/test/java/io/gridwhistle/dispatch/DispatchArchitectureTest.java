package io.gridwhistle.dispatch;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "io.gridwhistle.dispatch", importOptions = DoNotIncludeTests.class)
class DispatchArchitectureTest {
    @ArchTest
    static final ArchRule ROUTING_AND_DECIDING_ARE_PURE = noClasses()
            .that(resideInAnyPackage("..routing..", "..decide..").and(not(simpleNameEndingWith("Controller"))))
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
                    "io.gridwhistle.escalation..",
                    "io.gridwhistle.evaluation..",
                    "io.gridwhistle.gateway..");
}
