package io.gridwhistle.city.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.city.calendar.BusinessCalendar;
import io.gridwhistle.city.calendar.TestCalendars;
import io.gridwhistle.events.ClockKind;
import io.gridwhistle.events.Coded;
import io.gridwhistle.events.DispatchCause;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.OperatingMode;
import io.gridwhistle.events.Severity;
import io.gridwhistle.events.Warning;
import io.gridwhistle.events.WarningLevel;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.UnitCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;

class PoliciesTest {
    /** A Monday morning at ten, in Zhengzhou. */
    private static final Instant START = Instant.parse("2025-11-17T02:00:00Z");

    private static final BusinessCalendar OFFICE = TestCalendars.get("office");

    /** Each handle clock says which rule it is from. */
    private static final List<Policy> RULES = rules("""
            [{"class": "*", "rework": 0.5, "ladder": 0.5, "clocks": {"accept": {"kept": false}, "dispatch": {"kept": false},
              "consultation": {"kept": false}, "follow-up": {"kept": false}, "acknowledge": {"time": "PT30M"},
              "handle": {"time": "PT100H"}, "verify": {"time": "PT24H"}, "overall": {"time": "P30D"}}},
             {"class": "*", "territory": "erqi",                                "clocks": {"handle": {"time": "PT99H"}}},
             {"class": "*", "territory": "zone",                                "clocks": {"handle": {"time": "PT98H"}}},
             {"class": "*", "unit": "market",                                   "clocks": {"handle": {"time": "PT97H"}}},
             {"class": "*", "mode": "emergency",                                "clocks": {"handle": {"time": "PT96H"}}},
             {"class": "*", "severity": "urgent",                               "clocks": {"handle": {"time": "PT95H"}}},
             {"class": "litter",                                                "clocks": {"handle": {"time": "PT50H"}}},
             {"class": "litter", "territory": "erqi",                           "clocks": {"handle": {"time": "PT49H"}}},
             {"class": "litter", "territory": "zone",                           "clocks": {"handle": {"time": "PT48H"}}},
             {"class": "litter", "unit": "market",                              "clocks": {"handle": {"time": "PT47H"}}},
             {"class": "litter", "unit": "market", "territory": "erqi",         "clocks": {"handle": {"time": "PT46H"}}},
             {"class": "litter", "mode": "emergency",                           "clocks": {"handle": {"time": "PT45H"}}},
             {"class": "litter", "mode": "emergency", "unit": "market",         "clocks": {"handle": {"time": "PT44H"}}},
             {"class": "litter", "severity": "urgent",                          "clocks": {"handle": {"time": "PT43H"}}},
             {"class": "litter", "severity": "urgent", "mode": "emergency",     "clocks": {"handle": {"time": "PT42H"}}},
             {"class": "complaint", "clocks": {"acknowledge": {"time": "PT20M"}}}]
            """);

    /** Class before severity before mode before unit before territory. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            class     | severity | mode      | places       | unit   | handle
            noise     | ordinary | ordinary  | jinshui      | police | PT100H
            noise     | ordinary | ordinary  | erqi         | police | PT99H
            noise     | ordinary | ordinary  | erqi/l1      | police | PT99H
            noise     | ordinary | ordinary  | erqi/zone    | police | PT98H
            noise     | ordinary | ordinary  | erqi/zone    | market | PT97H
            noise     | ordinary | emergency | erqi/zone    | market | PT96H
            noise     | urgent   | emergency | erqi/zone    | market | PT95H
            litter    | ordinary | ordinary  | jinshui      | police | PT50H
            litter    | ordinary | ordinary  | erqi/l1      | police | PT49H
            litter    | ordinary | ordinary  | erqi/zone    | police | PT48H
            litter    | ordinary | ordinary  | jinshui/zone | market | PT47H
            litter    | ordinary | ordinary  | erqi/zone    | market | PT46H
            litter    | ordinary | emergency | erqi/zone    | police | PT45H
            litter    | ordinary | emergency | erqi/zone    | market | PT44H
            litter    | urgent   | ordinary  | erqi/zone    | market | PT43H
            litter    | urgent   | emergency | erqi/zone    | market | PT42H
            litter    | ordinary | holiday   | jinshui      | police | PT50H
            litter    | emergency | ordinary | jinshui      | police | PT50H
            """)
    void theMostSpecificRuleWins(
            String classCode, String severity, String mode, String places, String unit, Duration handle) {
        var situation = new Situation(
                new ClassCode(classCode),
                coded(Severity.values(), severity),
                coded(OperatingMode.values(), mode),
                List.of(places.split("/")),
                new UnitCode(unit));
        assertThat(in(RULES, situation).findDeadline(ClockKind.HANDLE, START)).contains(START.plus(handle));
        // In whatever order they stand.
        assertThat(in(RULES.reversed(), situation).findDeadline(ClockKind.HANDLE, START))
                .contains(START.plus(handle));
    }

    @Test
    void whatTheMostSpecificRuleDoesNotSayTheNextOneSays() {
        Terms terms = in(RULES, usual("complaint"));
        assertThat(terms.findDeadline(ClockKind.ACKNOWLEDGE, START)).contains(START.plus(Duration.ofMinutes(20)));
        assertThat(terms.findDeadline(ClockKind.HANDLE, START)).contains(START.plus(Duration.ofHours(100)));
        assertThat(terms.findDeadline(ClockKind.OVERALL, START)).contains(START.plus(Duration.ofDays(30)));
        assertThat(terms.findDeadline(ClockKind.ACCEPT, START))
                .as("no rule keeps it")
                .isEmpty();
        assertThat(terms.rework()).isEqualTo(0.5);
    }

    @Test
    void aComplaintIsAnsweredWithinTwentyMinutesInEveryModeAndAtEveryHour() {
        for (OperatingMode mode : OperatingMode.values()) {
            Terms terms = in(RULES, usual("complaint").in(mode));
            for (int hour = 0; hour < 24 * 14; hour++) {
                Instant start = START.plus(Duration.ofHours(hour));
                assertThat(terms.findDeadline(ClockKind.ACKNOWLEDGE, start))
                        .contains(start.plus(Duration.ofMinutes(20)));
            }
        }
    }

    @Test
    void aClockMayBeLeftOutForOneClass() {
        List<Policy> rules = plus("""
                {"class": "litter", "clocks": {"verify": {"kept": false}}}
                """);
        assertThat(in(rules, usual("litter")).findDeadline(ClockKind.VERIFY, START))
                .isEmpty();
        assertThat(in(rules, usual("noise")).findDeadline(ClockKind.VERIFY, START))
                .isPresent();
    }

    @Test
    void aReworkAndTheNextOneUpGetAShareOfTheHandleClock() {
        Terms terms = in(RULES, usual("noise"));
        assertThat(terms.orderDeadlines(START, DispatchCause.ACCEPTED))
                .containsEntry(ClockKind.ACKNOWLEDGE, START.plus(Duration.ofMinutes(30)))
                .containsEntry(ClockKind.HANDLE, START.plus(Duration.ofHours(100)))
                .hasSize(2);
        assertThat(terms.orderDeadlines(START, DispatchCause.REWORK))
                .containsEntry(ClockKind.ACKNOWLEDGE, START.plus(Duration.ofMinutes(30)))
                .containsEntry(ClockKind.HANDLE, START.plus(Duration.ofHours(50)));
        assertThat(terms.orderDeadlines(START, DispatchCause.ESCALATED))
                .containsEntry(ClockKind.HANDLE, START.plus(Duration.ofHours(50)));
    }

    /** From Monday at ten; offices work 8 hours a day, from 08:30 to 12:00 and from 13:30 to 18:00. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            handle                    | deadline             | rework
            {"time": "P7D"}           | 2025-11-24T02:00:00Z | 2025-11-20T14:00:00Z
            {"workingTime": "PT8H"}   | 2025-11-18T02:00:00Z | 2025-11-17T07:30:00Z
            {"workingDays": 5}        | 2025-11-24T10:00:00Z | 2025-11-20T10:00:00Z
            {"workingDays": 1}        | 2025-11-18T10:00:00Z | 2025-11-18T10:00:00Z
            """)
    void timeIsCountedAsTheRuleSays(String handle, Instant deadline, Instant rework) {
        Terms terms =
                in(plus("{\"class\": \"litter\", \"clocks\": {\"handle\": %s}}".formatted(handle)), usual("litter"));
        assertThat(terms.orderDeadlines(START, DispatchCause.ACCEPTED)).containsEntry(ClockKind.HANDLE, deadline);
        assertThat(terms.orderDeadlines(START, DispatchCause.REWORK))
                .as("half of it, in whole days where it is counted in days")
                .containsEntry(ClockKind.HANDLE, rework);
    }

    @Test
    void aClockWarnsFourTimesUnlessTheRuleSaysOtherwise() {
        assertThat(warnings("{\"time\": \"PT20M\"}"))
                .containsExactly(
                        new Warning(WarningLevel.BLUE, START.plusSeconds(600)),
                        new Warning(WarningLevel.YELLOW, START.plusSeconds(780)),
                        new Warning(WarningLevel.ORANGE, START.plusSeconds(960)),
                        new Warning(WarningLevel.RED, START.plusSeconds(1140)));
        assertThat(warnings("{\"time\": \"PT20M\", \"warn\": {\"red\": 0.9}}"))
                .containsExactly(new Warning(WarningLevel.RED, START.plusSeconds(1080)));
        assertThat(warnings("{\"time\": \"PT20M\", \"warn\": {}}")).isEmpty();
    }

    @Test
    void warningsGoByTheClocksOwnTime() {
        assertThat(warnings("{\"workingTime\": \"PT8H\", \"warn\": {\"blue\": 0.25, \"orange\": 0.75}}"))
                .as("two hours of work are gone at noon, six at half past five")
                .containsExactly(
                        new Warning(WarningLevel.BLUE, Instant.parse("2025-11-17T04:00:00Z")),
                        new Warning(WarningLevel.ORANGE, Instant.parse("2025-11-17T09:30:00Z")));
        assertThat(warnings("{\"workingDays\": 1, \"warn\": {\"orange\": 0.5}}"))
                .as("14.5 hours of work lie between Monday at ten and Tuesday at six")
                .containsExactly(new Warning(WarningLevel.ORANGE, Instant.parse("2025-11-18T01:15:00Z")));
    }

    @Test
    void aPausedClockGoesOnInItsOwnTime() {
        Terms terms = in(
                plus("{\"class\": \"litter\", \"clocks\": {\"handle\": {\"workingTime\": \"PT8H\"}}}"),
                usual("litter"));
        Instant deadline = terms.findDeadline(ClockKind.HANDLE, START).orElseThrow();
        Instant paused = START.plus(Duration.ofHours(1));
        Duration left = terms.measure(ClockKind.HANDLE, paused, deadline);
        assertThat(left).isEqualTo(Duration.ofHours(7));
        assertThat(terms.add(ClockKind.HANDLE, Instant.parse("2025-11-22T02:00:00Z"), left))
                .as("taken up on a Saturday, it ends on Monday at five")
                .isEqualTo(Instant.parse("2025-11-24T09:00:00Z"));
    }

    @Test
    void whatABreachLeadsToIsTheRulesToSay() {
        Terms terms = in(
                plus("{\"class\": \"litter\", \"clocks\": {\"handle\": {\"time\": \"PT1H\", \"breach\": \"alarm\"}}}"),
                usual("litter"));
        assertThat(terms.breachOf(ClockKind.HANDLE)).isEqualTo(Breach.ALARM);
        assertThat(terms.breachOf(ClockKind.ACKNOWLEDGE)).isEqualTo(Breach.ESCALATE);
        assertThat(terms.breachOf(ClockKind.OVERALL)).isEqualTo(Breach.SUPERVISE);
        assertThat(terms.breachOf(ClockKind.FOLLOW_UP)).isEqualTo(Breach.ALARM);
    }

    @Test
    void suspensionAndExtensionAreAllowedWhereARuleSaysSo() {
        Terms none = in(RULES, usual("litter"));
        assertThat(none.findSuspensionLimit(START)).isEmpty();
        assertThat(none.suspensions()).isZero();
        assertThat(none.extensions()).isZero();
        assertThat(none.findExtensionLimit(START)).isEmpty();

        List<Policy> rules = plus("""
                {"class": "litter", "suspension": {"longest": {"time": "P30D"}},
                 "extension": {"times": 1, "longest": {"workingDays": 1}}}
                """);
        Terms some = in(rules, usual("litter"));
        assertThat(some.findSuspensionLimit(START)).contains(START.plus(Duration.ofDays(30)));
        assertThat(some.suspensions()).isOne();
        assertThat(some.extensions()).isOne();
        assertThat(some.findExtensionLimit(START)).contains(Instant.parse("2025-11-18T10:00:00Z"));
    }

    @Test
    void aMoreSpecificRuleMayForbidThemAgain() {
        List<Policy> rules = plus("""
                {"class": "*", "mode": "ordinary", "suspension": {"times": 2, "longest": {"time": "P30D"}},
                 "extension": {"times": 1, "longest": {"workingDays": 1}}},
                {"class": "litter", "suspension": {}, "extension": {"times": 0}}
                """);
        assertThat(in(rules, usual("noise")).findSuspensionLimit(START)).isPresent();
        assertThat(in(rules, usual("noise")).suspensions()).isEqualTo(2);
        assertThat(in(rules, usual("litter")).findSuspensionLimit(START)).isEmpty();
        assertThat(in(rules, usual("litter")).extensions()).isZero();
    }

    @Test
    void onlyWorkingTimeGoesByHolidaysThatAreNotPublished() {
        Terms terms =
                in(plus("{\"class\": \"litter\", \"clocks\": {\"handle\": {\"workingDays\": 5}}}"), usual("litter"));
        Instant start = Instant.parse("2025-12-30T02:00:00Z");
        assertThat(terms.isEstimated(ClockKind.HANDLE, START, START.plus(Duration.ofDays(5))))
                .isFalse();
        assertThat(terms.isEstimated(ClockKind.HANDLE, start, start.plus(Duration.ofDays(5))))
                .isTrue();
        assertThat(terms.isEstimated(ClockKind.ACKNOWLEDGE, start, start.plus(Duration.ofDays(5))))
                .isFalse();
    }

    private static List<Warning> warnings(String handle) {
        Terms terms =
                in(plus("{\"class\": \"litter\", \"clocks\": {\"handle\": %s}}".formatted(handle)), usual("litter"));
        Instant deadline = terms.findDeadline(ClockKind.HANDLE, START).orElseThrow();
        return terms.listWarnings(ClockKind.HANDLE, START, deadline);
    }

    private static Situation usual(String classCode) {
        return Situation.ofCase(new ClassCode(classCode), Severity.ORDINARY, OperatingMode.ORDINARY, null);
    }

    private static Terms in(List<Policy> rules, Situation situation) {
        return new Policies(rules).in(situation, OFFICE);
    }

    /** The rule for everything, and these. */
    private static List<Policy> plus(String rules) {
        var all = new java.util.ArrayList<>(List.of(RULES.getFirst()));
        all.addAll(rules("[%s]".formatted(rules)));
        return all;
    }

    private static List<Policy> rules(String json) {
        return Json.READER.readValue(json, new TypeReference<List<Policy>>() {});
    }

    private static <T extends Coded> T coded(T[] values, String code) {
        return Arrays.stream(values)
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
