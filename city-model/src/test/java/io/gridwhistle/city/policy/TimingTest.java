package io.gridwhistle.city.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.city.City;
import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.Units;
import io.gridwhistle.city.calendar.TestCalendars;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.OperatingMode;
import io.gridwhistle.events.Severity;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.UnitCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TimingTest {
    /** A Friday at five in the afternoon, in Zhengzhou. */
    private static final Instant START = Instant.parse("2025-11-21T09:00:00Z");

    private static final City CITY = CityReferences.city(utf8("""
            {"code": "city", "name": "City", "timeZone": "Asia/Shanghai", "synthetic": true, "levels": [],
             "districts": [], "channels": [],
             "classes": [{"code": "litter", "name": "Litter", "kind": "event", "acceptance": "automatic"},
              {"code": "gas-leak", "name": "Gas leak", "kind": "event", "acceptance": "automatic", "severity": "emergency"}]}
            """));

    @Test
    void aUnitIsMeasuredByItsOwnCalendarTheCaseByTheCitys() {
        Timing timing = timing("\"workingTime\": \"PT3H\"", "street");
        Situation ofCase = Situation.ofCase(new ClassCode("litter"), Severity.ORDINARY, OperatingMode.ORDINARY, null);
        assertThat(timing.in(ofCase.ordering(new UnitCode("market"))).findDeadline(ClockKind.HANDLE, START))
                .as("on Saturday from nine to noon")
                .contains(Instant.parse("2025-11-22T04:00:00Z"));
        assertThat(timing.in(ofCase.ordering(new UnitCode("police"))).findDeadline(ClockKind.HANDLE, START))
                .as("an hour is left on Friday, two follow on Monday")
                .contains(Instant.parse("2025-11-24T02:30:00Z"));
        assertThat(timing.in(ofCase).calendar().code().value()).isEqualTo("office");
    }

    @Test
    void aCaseIsAsUrgentAsItWasReportedOrAsItsClassIs() {
        Timing timing = timing("\"time\": \"PT3H\"", "street");
        assertThat(timing.severity(new ClassCode("gas-leak"), null)).isEqualTo(Severity.EMERGENCY);
        assertThat(timing.severity(new ClassCode("gas-leak"), Severity.URGENT)).isEqualTo(Severity.URGENT);
        assertThat(timing.severity(new ClassCode("litter"), null)).isEqualTo(Severity.ORDINARY);
        assertThat(timing.severity(new ClassCode("given-up"), null)).isEqualTo(Severity.ORDINARY);
        assertThat(timing.knows(new ClassCode("given-up"))).isFalse();
    }

    @Test
    void tellsForHowLongHolidaysArePublished() {
        Timing working = timing("\"workingTime\": \"PT3H\"", "street");
        assertThat(working.findPublishedDays(LocalDate.of(2025, 12, 1))).hasValue(30);
        assertThat(working.findPublishedDays(LocalDate.of(2026, 1, 5))).hasValue(-5);
        assertThat(timing("\"time\": \"PT3H\"", "street").findPublishedDays(LocalDate.of(2026, 1, 5)))
                .as("no clock asks for holidays")
                .isEmpty();
    }

    private static Timing timing(String handle, String calendar) {
        Units units = CityReferences.units(utf8("""
                [{"code": "market", "name": "M", "district": "city", "kind": "department", "calendar": "%s"},
                 {"code": "police", "name": "P", "district": "city", "kind": "department"}]
                """.formatted(calendar)));
        Policies policies = CityReferences.policies(utf8("""
                [{"class": "*", "rework": 0.5, "ladder": 0.5, "clocks": {"accept": {"kept": false}, "dispatch": {"kept": false},
              "consultation": {"kept": false}, "follow-up": {"kept": false}, "acknowledge": {"time": "PT30M"},
                 "handle": {%s}, "verify": {"time": "PT24H"}, "overall": {"time": "P30D"}}}]
                """.formatted(handle)));
        return new Timing(CITY, units, TestCalendars.all(), policies);
    }

    private static byte[] utf8(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
