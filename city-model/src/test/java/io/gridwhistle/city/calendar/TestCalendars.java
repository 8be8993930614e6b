package io.gridwhistle.city.calendar;

import io.gridwhistle.city.CityReferences;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.id.CalendarCode;
import java.nio.charset.StandardCharsets;

/** Calendars for tests: {@code office} with the published holidays of 2025, {@code night} where clocks are moved. */
public final class TestCalendars {
    public static final String JSON = """
            {"default": "office", "calendars": [
             {"code": "office", "name": "机关", "timeZone": "Asia/Shanghai",
              "hours": {"monday": ["08:30-12:00", "13:30-18:00"], "tuesday": ["08:30-12:00", "13:30-18:00"],
               "wednesday": ["08:30-12:00", "13:30-18:00"], "thursday": ["08:30-12:00", "13:30-18:00"],
               "friday": ["08:30-12:00", "13:30-18:00"]},
              "fixedHolidays": [{"name": "元旦", "from": "--01-01", "to": "--01-01"}],
              "years": [{"year": 2025, "source": "国办发明电〔2024〕12号",
               "holidays": [
                {"name": "元旦", "from": "2025-01-01", "to": "2025-01-01"},
                {"name": "春节", "from": "2025-01-28", "to": "2025-02-04"},
                {"name": "清明节", "from": "2025-04-04", "to": "2025-04-06"},
                {"name": "劳动节", "from": "2025-05-01", "to": "2025-05-05"},
                {"name": "端午节", "from": "2025-05-31", "to": "2025-06-02"},
                {"name": "国庆节、中秋节", "from": "2025-10-01", "to": "2025-10-08"}],
               "makeUpDays": [
                {"date": "2025-01-26", "hoursOf": "monday"}, {"date": "2025-02-08", "hoursOf": "monday"},
                {"date": "2025-04-27", "hoursOf": "monday"}, {"date": "2025-09-28", "hoursOf": "monday"},
                {"date": "2025-10-11", "hoursOf": "monday"}]}]},
             {"code": "street", "name": "街道", "timeZone": "Asia/Shanghai", "holidaysOf": "office",
              "hours": {"monday": ["08:30-12:00", "13:30-18:00"], "saturday": ["09:00-12:00"]}},
             {"code": "night", "name": "Night watch", "timeZone": "America/Los_Angeles",
              "hours": {"saturday": ["18:00-24:00"], "sunday": ["00:00-06:00"]}},
             {"code": "duty", "name": "全天候", "timeZone": "America/Los_Angeles",
              "hours": {"monday": ["00:00-24:00"], "tuesday": ["00:00-24:00"], "wednesday": ["00:00-24:00"],
               "thursday": ["00:00-24:00"], "friday": ["00:00-24:00"], "saturday": ["00:00-24:00"],
               "sunday": ["00:00-24:00"]}}]}
            """;

    private TestCalendars() {}

    public static Calendars all() {
        return CityReferences.calendars(JSON.getBytes(StandardCharsets.UTF_8));
    }

    public static BusinessCalendar get(String code) {
        return all().find(new CalendarCode(code)).orElseThrow();
    }

    /** As it is written, for tests that change it first. */
    static Calendars.Document document(String json) {
        return Json.READER.readValue(json, Calendars.Document.class);
    }
}
