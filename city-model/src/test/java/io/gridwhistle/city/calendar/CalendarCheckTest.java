package io.gridwhistle.city.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.gridwhistle.city.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarCheckTest {
    @Test
    void calendarsThatAreRightHaveNoFindings() {
        assertThat(CalendarCheck.check(TestCalendars.document(TestCalendars.JSON)))
                .isEmpty();
    }

    /** What stands in the calendars, what stands there instead, and what the operator is told. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "default": "office"                 | "default": "desk"             | /default                        | 'desk' is none of the calendars
            "code": "street"                    | "code": "office"              | /calendars/1/code               | 'office' stands twice
            "monday": ["08:30-12:00", "13:30-18:00"], "tuesday" | "monday": ["08:30-12:00", "11:30-18:00"], "tuesday" | /calendars/0/hours/monday/1 | '11:30-18:00' begins before '08:30-12:00' ends
            "holidaysOf": "office"              | "holidaysOf": "duties"        | /calendars/1/holidaysOf         | 'duties' is none of the calendars
            "holidaysOf": "office"              | "holidaysOf": "street"        | /calendars/1/holidaysOf         | 'street' has none of its own
            "holidaysOf": "office"              | "holidaysOf": "office", "years": [{"year": 2025, "source": "", "holidays": [], "makeUpDays": []}] | /calendars/1/holidaysOf | stands beside holidays of its own
            "from": "--01-01", "to": "--01-01"  | "from": "--12-24", "to": "--01-01" | /calendars/0/fixedHolidays/0/to | is before 'from'
            "from": "2025-01-28", "to": "2025-02-04" | "from": "2025-02-28", "to": "2025-02-04" | /calendars/0/years/0/holidays/1/to | is before 'from'
            "from": "2025-01-28", "to": "2025-02-04" | "from": "2026-02-15", "to": "2026-02-23" | /calendars/0/years/0/holidays/1 | 2026-02-15 to 2026-02-23 is no holiday of 2025
            "date": "2025-10-11"                | "date": "2026-10-11"          | /calendars/0/years/0/makeUpDays/4/date | '2026-10-11' is no day of 2025
            "date": "2025-10-11"                | "date": "2025-10-04"          | /calendars/0/years/0/makeUpDays/4/date | '2025-10-04' is a holiday
            "date": "2025-10-11"                | "date": "2025-09-28"          | /calendars/0/years/0/makeUpDays/4/date | '2025-09-28' stands twice
            "date": "2025-10-11"                | "date": "2025-10-10"          | /calendars/0/years/0/makeUpDays/4/date | '2025-10-10' is a friday, which is worked anyway
            "date": "2025-10-11", "hoursOf": "monday" | "date": "2025-10-11", "hoursOf": "sunday" | /calendars/0/years/0/makeUpDays/4/hoursOf | no hours are worked on a sunday
            {"saturday": ["18:00-24:00"], "sunday": ["00:00-06:00"]} | {} | /calendars/2                    | calendar 'night' works 0 hours on 0 days of 2001; at least 200 hours on 50 days are needed
            {"saturday": ["18:00-24:00"], "sunday": ["00:00-06:00"]} | {"sunday": ["00:00-01:00"]} | /calendars/2 | calendar 'night' works 52 hours on 52 days of 2001
            """)
    void whatCannotBeMeantIsFound(String right, String wrong, String pointer, String detail) {
        assertThat(TestCalendars.JSON).contains(right);
        var found = CalendarCheck.check(TestCalendars.document(TestCalendars.JSON.replace(right, wrong)));
        assertThat(found).extracting(Finding::pointer, Finding::detail).anySatisfy(it -> {
            assertThat(it.toList().get(0)).isEqualTo(pointer);
            assertThat(it.toList().get(1).toString()).startsWith(detail);
        });
    }

    @Test
    void aYearMayStandOnce() {
        String twice = TestCalendars.JSON.replace(
                "\"years\": [",
                "\"years\": [{\"year\": 2025, \"source\": \"\", \"holidays\": [], \"makeUpDays\": []}, ");
        assertThat(CalendarCheck.check(TestCalendars.document(twice)))
                .contains(new Finding("/calendars/0/years/1/year", "2025 stands twice"));
    }

    @Test
    void hoursThatAreNoneAreRefusedWhereTheyStand() {
        for (String text :
                new String[] {"9:00-12:00", "12:00-09:00", "09:00-09:00", "09:00-24:01", "09:00-25:00", ""}) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> Span.parse(text));
        }
        assertThat(Span.parse("00:00-24:00")).hasToString("00:00-24:00");
    }
}
