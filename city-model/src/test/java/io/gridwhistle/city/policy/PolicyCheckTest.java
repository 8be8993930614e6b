package io.gridwhistle.city.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gridwhistle.city.City;
import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.Finding;
import io.gridwhistle.city.Units;
import io.gridwhistle.city.calendar.TestCalendars;
import io.gridwhistle.events.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DatabindException;

class PolicyCheckTest {
    private static final City CITY = CityReferences.city(utf8("""
            {"code": "zhengzhou", "name": "郑州", "timeZone": "Asia/Shanghai", "synthetic": true, "levels": [],
             "districts": [{"code": "erqi", "name": "二七"}, {"code": "jinshui", "name": "金水"}], "channels": [],
             "classes": [
               {"code": "litter", "name": "垃圾", "kind": "event", "acceptance": "automatic"},
               {"code": "lamp", "name": "路灯", "kind": "component", "acceptance": "automatic"}]}
            """));
    private static final Units UNITS = CityReferences.units(
            utf8("[{\"code\": \"market\", \"name\": \"市场监管\", \"district\": \"erqi\", \"kind\": \"department\"}]"));

    private static final String WHOLE = """
            {"class": "*", "rework": 0.5, "ladder": 0.5, "clocks": {"accept": {"kept": false}, "dispatch": {"kept": false},
             "consultation": {"kept": false}, "follow-up": {"kept": false}, "acknowledge": {"time": "PT30M"},
             "handle": {"time": "P7D"}, "verify": {"time": "PT24H"}, "overall": {"time": "P10D"}}}""";

    @Test
    void policiesThatLeaveNothingOpenHaveNoFindings() {
        assertThat(check(WHOLE)).isEmpty();
        assertThat(check(WHOLE
                        + ", {\"class\": \"litter\", \"mode\": \"emergency\", \"territory\": \"zone\", \"unit\": \"market\","
                        + " \"clocks\": {\"handle\": {\"workingTime\": \"PT8H\"}}}"))
                .isEmpty();
    }

    /** What is beside the rule for everything, and what the operator is told. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"class": "litter"}, {"class": "litter"} | /2 | holds in the same situations as the rule at /1
            {"class": "litter", "severity": "urgent", "mode": "holiday", "unit": "market", "territory": "zone"}, {"class": "litter", "severity": "urgent", "mode": "holiday", "unit": "market", "territory": "zone"} | /2 | holds in the same
            {"class": "*"} | /1 | holds in the same situations as the rule at /0
            {"class": "noise"} | /1/class | 'noise' is no class of 郑州; put the city in force first
            {"class": "*", "unit": "police"} | /1/unit | 'police' is no registered unit
            {"class": "*", "territory": "moon"} | /1/territory | 'moon' is no district, cell or exclusive grid
            {"class": "litter", "clocks": {"overall": {"kept": false}}} | /1/clocks/overall | is always kept; nothing but the end of a case stops this clock
            {"class": "litter", "unit": "market", "clocks": {"overall": {"time": "P9D"}}} | /1/clocks/overall | is no order's clock, so it does not go by unit
            {"class": "litter", "unit": "market", "clocks": {"follow-up": {"time": "P9D"}}} | /1/clocks/follow-up | is no order's clock
            {"class": "litter", "territory": "zone", "clocks": {"overall": {"time": "P9D"}}} | /1/clocks/overall | is no order's clock: it goes by district
            {"class": "litter", "clocks": {"handle": {"time": "P11D"}}} | /1/clocks/handle | class 'litter', severity 'ordinary', mode 'ordinary': the overall clock of the rule at /0 would run out before this one
            {"class": "litter", "severity": "urgent", "mode": "holiday", "territory": "jinshui", "clocks": {"overall": {"time": "P6D"}}} | /0/clocks/handle | class 'litter', severity 'urgent', mode 'holiday', district 'jinshui': the overall clock of the rule at /1 would run out
            {"class": "litter", "unit": "market", "clocks": {"handle": {"time": "P11D"}}} | /1/clocks/handle | class 'litter', severity 'ordinary', mode 'ordinary': the overall clock
            {"class": "litter", "territory": "zone", "clocks": {"handle": {"time": "P11D"}}} | /1/clocks/handle | class 'litter', severity 'ordinary', mode 'ordinary': the overall clock
            {"class": "litter", "clocks": {"handle": {"workingDays": 4}}} | /1/clocks/handle | class 'litter', severity 'ordinary', mode 'ordinary': the overall clock of the rule at /0 would run out before this one, as for a case of 2025-01-23 by the calendar 'office'
            """)
    void whatIsOpenOrCannotBeMeantIsFound(String rules, String pointer, String detail) {
        assertThat(check(WHOLE + ", " + rules)).anySatisfy(it -> {
            assertThat(it.pointer()).isEqualTo(pointer);
            assertThat(it.detail()).startsWith(detail);
        });
    }

    /** A rule that is never the last word is no finding. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"class": "litter", "clocks": {"overall": {"time": "P30D"}}}, {"class": "litter", "unit": "market", "clocks": {"handle": {"time": "P20D"}}}
            {"class": "*", "unit": "market", "clocks": {"handle": {"time": "P20D"}}}, {"class": "litter", "clocks": {"handle": {"time": "P1D"}}}, {"class": "lamp", "clocks": {"handle": {"time": "P1D"}}}
            {"class": "litter", "territory": "erqi", "clocks": {"handle": {"time": "P20D"}, "overall": {"time": "P30D"}}}
            """)
    void whatNeverHappensIsNotFound(String rules) {
        assertThat(check(WHOLE + ", " + rules)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "class": "*",                    | "class": "litter",               | ``                   | there is no rule for class '*' alone
            "class": "*",                    | "class": "*", "mode": "holiday", | ``                   | there is no rule for class '*' alone
            "verify": {"time": "PT24H"},     | ``                               | /0/clocks/verify     | is missing; the rule for class '*' alone says how much time there is, or "kept": false
            "dispatch": {"kept": false},     | ``                               | /0/clocks/dispatch   | is missing
            , "overall": {"time": "P10D"}    | ``                               | /0/clocks/overall    | is missing
            "rework": 0.5,                   | ``                               | /0/rework            | is missing; the rule for class '*' alone says it
            "ladder": 0.5,                   | ``                               | /0/ladder            | is missing
            """)
    void theRuleForEverythingIsThereAndWhole(String right, String wrong, String pointer, String detail) {
        assertThat(WHOLE).contains(right);
        assertThat(check(WHOLE.replace(right, wrong))).anySatisfy(it -> {
            assertThat(it.pointer()).isEqualTo(pointer);
            assertThat(it.detail()).startsWith(detail);
        });
        assertThatIllegalArgumentException().isThrownBy(() -> new Policies(rules(WHOLE.replace(right, wrong))));
    }

    /** What a single rule cannot say is refused where it stands. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"time": "PT0S"}                              | 'time' is above zero and at most 3650 days
            {"time": "P3651D"}                            | 'time' is above zero and at most 3650 days
            {"workingTime": "PT2001H"}                    | 'workingTime' is above zero and at most 2000 hours
            {"workingDays": 0}                            | 'workingDays' is above zero and at most 500
            {"time": "P1D", "workingDays": 1}             | names one of 'time', 'workingTime', 'workingDays'
            {}                                            | names one of 'time', 'workingTime', 'workingDays'
            {"kept": true}                                | names one of
            {"kept": false, "time": "P1D"}                | a clock that is not kept has no time
            {"time": "P1D", "warn": {"blue": 0}}          | 'warn': shares lie between 0 and 1 and ascend from blue over yellow and orange to red; 'blue' does not
            {"time": "P1D", "warn": {"red": 1}}           | 'warn': shares lie between 0 and 1
            {"time": "P1D", "warn": {"yellow": 0.8, "orange": 0.8}} | 'warn': shares lie between 0 and 1 and ascend from blue over yellow and orange to red; 'orange' does not
            """)
    void aClockSaysWhatCanBeMeant(String clock, String detail) {
        refused("{\"class\": \"*\", \"clocks\": {\"handle\": %s}}".formatted(clock), detail);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "rework": 0                                   | 'rework' is above 0 and at most 1
            "rework": 1.1                                 | 'rework' is above 0 and at most 1
            "ladder": -1                                  | 'ladder' is above 0 and at most 1
            "extension": {"times": 1}                     | 'extension': 'times' is 0 to 10, and 'longest' stands where it is above 0
            "extension": {"times": 11, "longest": {"time": "P1D"}} | 'extension': 'times' is 0 to 10
            "suspension": {"times": 0, "longest": {"time": "P1D"}} | 'suspension': 'times' is 1 to 10, and stands beside 'longest' alone
            "suspension": {"times": 1}                    | 'suspension': 'times' is 1 to 10
            "suspension": {"longest": {"time": "P1D", "workingTime": "PT1H"}} | names one of
            """)
    void aRuleSaysWhatCanBeMeant(String field, String detail) {
        refused("{\"class\": \"*\", %s}".formatted(field), detail);
    }

    private static void refused(String rule, String detail) {
        assertThatExceptionOfType(DatabindException.class)
                .isThrownBy(() -> rules(rule))
                .satisfies(e -> assertThat(e.getCause()).hasMessageStartingWith(detail));
    }

    private static List<Finding> check(String rules) {
        return PolicyCheck.check(rules(rules), CITY, UNITS, TestCalendars.all(), "zone"::equals);
    }

    private static List<Policy> rules(String rules) {
        return Json.READER.readValue("[%s]".formatted(rules), new TypeReference<List<Policy>>() {});
    }

    private static byte[] utf8(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}
