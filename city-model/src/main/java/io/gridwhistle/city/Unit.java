package io.gridwhistle.city;

import io.gridwhistle.events.Coded;
import io.gridwhistle.events.id.CalendarCode;
import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.events.id.UnitCode;
import org.jspecify.annotations.Nullable;

/**
 * A department, street office or desk that can be sent orders; it has a topic of its own.
 *
 * @param district its district, or the city's code for one that works in all of them
 * @param calendar its working time; absent where the city's default holds
 */
public record Unit(
        UnitCode code,
        String name,
        DistrictCode district,
        Kind kind,
        @Nullable CalendarCode calendar) {
    public enum Kind implements Coded {
        CITY_CENTRE,
        DISTRICT_CENTRE,
        STREET,
        DEPARTMENT,
        TASK_FORCE,
        COUNCIL
    }
}
