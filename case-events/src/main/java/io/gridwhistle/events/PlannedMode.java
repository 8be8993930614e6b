package io.gridwhistle.events;

import io.gridwhistle.events.id.CellCode;
import java.time.Instant;

/**
 * An operating mode that a calendar plans.
 *
 * @param place a district, or an exclusive grid
 * @param name what it is for, such as 国庆节
 */
public record PlannedMode(CellCode place, OperatingMode mode, Instant from, Instant until, String name) {
    public PlannedMode {
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("'until' is after 'from'");
        }
    }
}
