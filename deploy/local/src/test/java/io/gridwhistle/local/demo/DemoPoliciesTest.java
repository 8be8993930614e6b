package io.gridwhistle.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.city.CaseClass;
import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.city.policy.PolicyCheck;
import io.gridwhistle.city.policy.Situation;
import io.gridwhistle.city.policy.Terms;
import io.gridwhistle.city.policy.Timing;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.Coded;
import io.gridwhistle.events.OperatingMode;
import io.gridwhistle.events.Severity;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.events.id.UnitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DemoPoliciesTest {
    /** A Monday morning at nine, far from any holiday. */
    private static final Instant START = Instant.parse("2025-11-17T01:00:00Z");

    private static final DistrictCode ERQI = new DistrictCode("410103");

    private static Path folder;
    private static Timing timing;

    @BeforeAll
    static void write(@TempDir Path temporary) {
        DemoCity.writeTo(temporary);
        folder = temporary;
        timing = read(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "los-angeles"})
    void leaveNoSituationOpen(String which) {
        Path city = which.equals("demo") ? folder : Path.of("../cities/los-angeles");
        Timing all = read(city);
        GridSet gridSet = GridSet.read(file(city, "grid-set.geojson"));
        assertThat(PolicyCheck.check(
                        all.policies().listAll(),
                        all.city(),
                        all.units(),
                        all.calendars(),
                        code -> gridSet.findCell(new CellCode(code)).isPresent()))
                .isEmpty();
    }

    /** Beijing's four classes, and what is reported of Zhengzhou. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            class              | clock       | time
            gas-leak           | handle      | PT2H
            one-key-alarm      | handle      | PT2H
            manhole-cover      | handle      | PT24H
            litter             | handle      | PT24H
            road-damage        | handle      | P7D
            other-component    | handle      | P7D
            dispute            | handle      | P15D
            enterprise-service | handle      | P15D
            consumer-complaint | acknowledge | PT20M
            water-pipe-burst   | handle      | PT4H
            heating-leak       | handle      | PT24H
            street-stall       | handle      | PT12H
            noise-quarrel      | handle      | PT15M
            """)
    void holdThePublishedFigures(String classCode, String clock, Duration time) {
        Terms terms = timing.in(usual(new ClassCode(classCode)));
        assertThat(terms.findDeadline(coded(clock), START)).contains(START.plus(time));
    }

    @Test
    void answerAComplaintWithinTwentyMinutesAroundTheClockInEverySituation() {
        for (Severity severity : Severity.values()) {
            for (OperatingMode mode : OperatingMode.values()) {
                for (String unit : List.of("erqi-tower-task-force", "market-410103", "police-410103")) {
                    var situation = new Situation(
                            new ClassCode("consumer-complaint"),
                            severity,
                            mode,
                            List.of("410103", "erqi-tower-zone"),
                            new UnitCode(unit));
                    Terms terms = timing.in(situation);
                    for (int hour = 0; hour < 24 * 7; hour++) {
                        Instant start = Instant.parse("2025-09-28T00:10:00Z").plus(Duration.ofHours(hour));
                        assertThat(terms.findDeadline(ClockKind.ACKNOWLEDGE, start))
                                .as("%s", situation)
                                .contains(start.plus(Duration.ofMinutes(20)));
                    }
                }
            }
        }
    }

    @Test
    void leaveTimeToVerifyWhatWasHandledInTheLastMoment() {
        for (CaseClass caseClass : timing.city().classes()) {
            for (Severity severity : Severity.values()) {
                Terms terms = timing.in(Situation.ofCase(caseClass.code(), severity, OperatingMode.ORDINARY, ERQI));
                Instant handled = terms.findDeadline(ClockKind.HANDLE, START).orElseThrow();
                Instant verified = terms.findDeadline(ClockKind.VERIFY, handled).orElseThrow();
                assertThat(terms.findDeadline(ClockKind.OVERALL, START).orElseThrow())
                        .as("%s, %s", caseClass.code(), severity.code())
                        .isAfterOrEqualTo(verified);
            }
        }
    }

    /** An urgent report of a matter that has weeks is not left for weeks. */
    @Test
    void giveTheUrgentNoMoreTimeThanTheOrdinaryAndTheGraveNoMoreThanTheUrgent() {
        for (CaseClass caseClass : timing.city().classes()) {
            for (ClockKind clock : List.of(ClockKind.ACKNOWLEDGE, ClockKind.HANDLE, ClockKind.OVERALL)) {
                List<Instant> deadlines = Arrays.stream(Severity.values())
                        .map(severity -> timing.in(
                                        Situation.ofCase(caseClass.code(), severity, OperatingMode.ORDINARY, ERQI))
                                .findDeadline(clock, START)
                                .orElseThrow())
                        .toList();
                assertThat(deadlines.reversed())
                        .as("%s of %s", clock.code(), caseClass.code())
                        .isSorted();
            }
        }
    }

    @Test
    void waitForADeskWhereADeskAccepts() {
        for (CaseClass caseClass : timing.city().classes()) {
            assertThat(timing.in(usual(caseClass.code()))
                            .findAmount(ClockKind.ACCEPT)
                            .isPresent())
                    .as("%s", caseClass.code())
                    .isEqualTo(caseClass.acceptance() == io.gridwhistle.events.Acceptance.DESK);
        }
    }

    private static Situation usual(ClassCode classCode) {
        return Situation.ofCase(classCode, timing.city().severityOf(classCode), OperatingMode.ORDINARY, ERQI);
    }

    private static ClockKind coded(String code) {
        return Arrays.stream(ClockKind.values())
                .filter((Coded it) -> it.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Timing read(Path city) {
        return new Timing(
                CityReferences.city(file(city, "city.json")),
                CityReferences.units(file(city, "units.json")),
                CityReferences.calendars(file(city, "calendars.json")),
                CityReferences.policies(file(city, "policies.json")));
    }

    private static byte[] file(Path city, String name) {
        try {
            return Files.readAllBytes(city.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
