package io.gridwhistle.city;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

@AnalyzeClasses(packages = "io.gridwhistle.city", importOptions = DoNotIncludeTests.class)
class CityArchitectureTest {
    @ArchTest
    static final ArchRule A_CITY_IS_DATA_AND_PURE_FUNCTIONS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.apache.kafka..", "io.r2dbc..", "reactor..")
            .orShould()
            .callMethod(Instant.class, "now");
}
