package io.gridwhistle.events;

import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.events.id.UnitCode;
import org.jspecify.annotations.Nullable;

/**
 * A unit or a post that can be asked.
 *
 * @param unit the unit itself, or a post (网格长) that has no topic of its own
 * @param desk the unit whose topic carries the order; equal to {@code unit} for a unit
 * @param district the desk's district, or the city
 * @param cell the cell it answers for, where it was found by place
 * @param level that cell's level, or {@code leader}, or {@code department}
 */
public record Addressee(
        UnitCode unit,
        UnitCode desk,
        DistrictCode district,
        @Nullable CellCode cell,
        String level) {}
