package io.gridwhistle.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "io.gridwhistle", importOptions = DoNotIncludeTests.class)
class EventsArchitectureTest {

    @ArchTest
    static final ArchRule partners_need_no_spring =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule only_the_codec_knows_kafka = noClasses()
            .that()
            .resideOutsideOfPackage("io.gridwhistle.events.kafka")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "io.cloudevents..", "io.gridwhistle.events.kafka");

    @ArchTest
    static final ArchRule the_contract_does_not_know_the_lifecycle = noClasses()
            .that()
            .resideInAPackage("io.gridwhistle.events..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.gridwhistle.lifecycle..");

    @ArchTest
    static final ArchRule nobody_asks_what_time_it_is = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule events_are_data = classes()
            .that()
            .areAssignableTo(LogEvent.class)
            .or()
            .areAssignableTo(OrderMessage.class)
            .should()
            .beRecords()
            .orShould()
            .beInterfaces();

    @ArchTest
    static final ArchRule ids_are_records = classes()
            .that()
            .resideInAPackage("io.gridwhistle.events.id")
            .and()
            .arePublic()
            .should()
            .beRecords();

    /** An interface that somebody forgot to seal would be taken for an event, which it is not. */
    @Test
    void every_hierarchy_is_sealed_down_to_its_records() {
        assertThat(EventTypes.listAll()).isNotEmpty().allMatch(Class::isRecord);
    }
}
