package io.gridwhistle.dispatch.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.city.grid.DrawnCity;
import io.gridwhistle.dispatch.TestCity;
import io.gridwhistle.events.Acceptance;
import io.gridwhistle.events.Actor;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.Crs;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.IntakeEvent.CaseAccepted;
import io.gridwhistle.events.IntakeEvent.CaseReported;
import io.gridwhistle.events.OrderMessage.OrderIssued;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.Severity;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.ChannelCode;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.PlatformId;
import io.gridwhistle.log.streams.Decision;
import io.gridwhistle.log.streams.Moment;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which policy an order's deadlines are printed by, and in whose working time. */
class PrintedDeadlinesTest {
    private static final CaseId CASE = CaseId.of(new PlatformId("zhenghaopai"), "printed");
    private static final Actor SOMEBODY = Actor.system("test");

    /** Z is a zone across both districts; there, nobody but its task force is asked. */
    private static final TestCity CITY = TestCity.of(DrawnCity.of("A Z B", """
            AZB city  city
            AZ  west  district parent=city chief=west-centre district=west
            B   east  district parent=city chief=east-centre district=east
            Z   zone  l1       parent=city chief=task-force mode=override priority=1
            """), "", "");

    /** The east works on Saturdays, the task force day and night. */
    private static final Map<ReferenceKind, String> REFERENCES = Map.of(
            ReferenceKind.CITY, """
            {"code": "city", "name": "City", "timeZone": "Asia/Shanghai", "synthetic": true, "levels": [],
             "districts": [{"code": "west", "name": "West"}, {"code": "east", "name": "East"}], "channels": [],
             "classes": [{"code": "litter", "name": "Litter", "kind": "event", "acceptance": "desk"},
                         {"code": "gas-leak", "name": "Gas leak", "kind": "event", "acceptance": "desk", "severity": "emergency"}]}
            """,
            ReferenceKind.UNITS, """
            [{"code": "west-centre", "name": "West", "district": "west", "kind": "district-centre"},
             {"code": "east-centre", "name": "East", "district": "east", "kind": "district-centre", "calendar": "saturdays"},
             {"code": "task-force", "name": "Zone", "district": "city", "kind": "task-force", "calendar": "duty"}]
            """,
            ReferenceKind.CALENDARS, """
            {"default": "office", "calendars": [
             {"code": "office", "name": "Office", "timeZone": "Asia/Shanghai", "hours": {
              "monday": ["09:00-17:00"], "tuesday": ["09:00-17:00"], "wednesday": ["09:00-17:00"],
              "thursday": ["09:00-17:00"], "friday": ["09:00-17:00"]},
              "fixedHolidays": [{"name": "New Year", "from": "--01-01", "to": "--01-01"}],
              "years": [{"year": 2025, "source": "a notice", "holidays": [], "makeUpDays": []}]},
             {"code": "saturdays", "name": "Saturdays too", "timeZone": "Asia/Shanghai", "hours": {
              "monday": ["09:00-17:00"], "saturday": ["09:00-17:00"]}},
             {"code": "duty", "name": "Duty", "timeZone": "Asia/Shanghai", "hours": {
              "friday": ["00:00-24:00"], "saturday": ["00:00-24:00"], "sunday": ["00:00-24:00"]}}]}
            """,
            ReferenceKind.POLICIES, """
            [{"class": "*", "rework": 0.5, "ladder": 1, "clocks": {"accept": {"kept": false}, "dispatch": {"kept": false},
              "consultation": {"kept": false}, "follow-up": {"kept": false}, "acknowledge": {"time": "PT20M"},
              "handle": {"workingTime": "PT8H"}, "verify": {"time": "PT1H"}, "overall": {"time": "P10D"}}},
             {"class": "*", "severity": "emergency", "clocks": {"handle": {"time": "PT2H"}, "overall": {"time": "P1D"}}},
             {"class": "litter", "unit": "task-force", "clocks": {"acknowledge": {"time": "PT5M"}}},
             {"class": "litter", "territory": "east", "clocks": {"overall": {"time": "P9D"}}}]
            """,
            ReferenceKind.RESPONSIBILITIES, "[]");

    /** Accepted on a Friday at four in the afternoon, in the city's time as everything here. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            class    | severity  | at | acknowledge      | handle           | overall
            litter   |           | A  | 2025-11-21T16:20 | 2025-11-24T16:00 | 2025-12-01T16:00
            litter   |           | B  | 2025-11-21T16:20 | 2025-11-22T17:00 | 2025-11-30T16:00
            litter   |           | Z  | 2025-11-21T16:05 | 2025-11-22T00:00 | 2025-12-01T16:00
            litter   | urgent    | A  | 2025-11-21T16:20 | 2025-11-24T16:00 | 2025-12-01T16:00
            litter   | emergency | A  | 2025-11-21T16:20 | 2025-11-21T18:00 | 2025-11-22T16:00
            litter   | emergency | B  | 2025-11-21T16:20 | 2025-11-21T18:00 | 2025-11-30T16:00
            gas-leak |           | A  | 2025-11-21T16:20 | 2025-11-21T18:00 | 2025-11-22T16:00
            gas-leak | ordinary  | A  | 2025-11-21T16:20 | 2025-11-24T16:00 | 2025-12-01T16:00
            """)
    void goByClassSeverityPlaceAndUnit(
            String classCode, String severity, char at, String acknowledge, String handle, String overall) {
        OrderIssued lead = lead(accept(classCode, severity, at, "2025-11-21T16:00"));
        assertThat(lead.deadlines().toString())
                .isEqualTo("{ACKNOWLEDGE=%s, HANDLE=%s, OVERALL=%s}"
                        .formatted(local(acknowledge), local(handle), local(overall)));
    }

    /** As escalation has armed it, though the boundaries that the case is routed by say otherwise. */
    @Test
    void theOverallDeadlineIsThatOfTheDistrictThatTheReportWasTakenFor() {
        var report = report("litter", null, 'A', new DistrictCode("east"));
        assertThat(lead(accept(report, "2025-11-21T16:00")).deadlines())
                .containsEntry(ClockKind.OVERALL, local("2025-11-30T16:00"))
                .containsEntry(ClockKind.HANDLE, local("2025-11-24T16:00"));
    }

    @Test
    void anOrderSaysHowUrgentItIs() {
        assertThat(lead(accept("litter", "urgent", 'A', "2025-11-21T16:00")).severity())
                .isEqualTo(Severity.URGENT);
        assertThat(lead(accept("gas-leak", null, 'A', "2025-11-21T16:00")).severity())
                .isEqualTo(Severity.EMERGENCY);
    }

    @Test
    void itIsRemarkedWhereADeadlineGoesByHolidaysThatNobodyHasPublished() {
        assertThat(accept("litter", null, 'A', "2025-11-21T16:00").remarks()).isEmpty();
        assertThat(accept("litter", null, 'A', "2025-12-31T16:00").remarks()).containsExactly("deadline-estimated");
        assertThat(accept("litter", "emergency", 'A', "2025-12-31T23:00").remarks())
                .isEmpty();
    }

    @Test
    void aClassThatTheCityHasGivenUpKeepsTheGeneralClocksAndIsRemarked() {
        Decision<DispatchCase> decision = accept("noise", null, 'A', "2025-11-21T16:00");
        assertThat(decision.remarks()).containsExactly("class-given-up");
        assertThat(lead(decision).deadlines()).hasSize(3);
    }

    private static Decision<DispatchCase> accept(
            String classCode, @org.jspecify.annotations.Nullable String severity, char letter, String at) {
        return accept(report(classCode, severity, letter, new DistrictCode(letter == 'B' ? "east" : "west")), at);
    }

    private static CaseReported report(
            String classCode, @org.jspecify.annotations.Nullable String severity, char letter, DistrictCode district) {
        var point = CITY.map().in(letter);
        return new CaseReported(
                new PlatformId("zhenghaopai"),
                "printed",
                new ChannelCode("patrol"),
                new ClassCode(classCode),
                severity == null ? null : severity(severity),
                "",
                "",
                new ReportedPlace(Crs.WGS84, point.lon(), point.lat(), null, null, null, null),
                district,
                Instant.EPOCH,
                List.of(),
                SOMEBODY);
    }

    private static Decision<DispatchCase> accept(CaseReported report, String at) {
        var decider = new DispatchDecider();
        var moment = new Now(local(at));
        var reported = decider.decide(null, envelope("case-reported", report), moment);
        return decider.decide(
                reported.state(),
                envelope("case-accepted", new CaseAccepted(Acceptance.DESK, null, null, SOMEBODY)),
                moment);
    }

    private static OrderIssued lead(Decision<DispatchCase> decision) {
        return decision.emissions().stream()
                .map(it -> it.envelope().event())
                .filter(OrderIssued.class::isInstance)
                .map(OrderIssued.class::cast)
                .filter(it -> it.role() == Role.LEAD)
                .findFirst()
                .orElseThrow();
    }

    private static EventEnvelope<CaseEvent> envelope(String name, CaseEvent event) {
        return new EventEnvelope<>(EventId.of(CASE, name), CASE, "/test", Instant.EPOCH, null, event);
    }

    private static Severity severity(String code) {
        return Arrays.stream(Severity.values())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Instant local(String time) {
        return Instant.parse(time + ":00+08:00");
    }

    private record Now(Instant logTime) implements Moment {
        @Override
        public Optional<String> findVersion(ReferenceKind kind) {
            return Optional.of("v1");
        }

        @Override
        public <T> Optional<T> findReference(ReferenceKind kind, Function<byte[], T> parser) {
            return kind == ReferenceKind.GRID_SET
                    ? Optional.of(parser.apply(CITY.reference(kind)))
                    : Optional.ofNullable(REFERENCES.get(kind))
                            .map(json -> parser.apply(json.getBytes(StandardCharsets.UTF_8)));
        }

        @Override
        public String source() {
            return "/dispatch";
        }
    }
}
