package io.gridwhistle.events;

import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.id.UnitCode;
import java.time.Instant;
import java.util.Map;

/**
 * What one unit is asked to do about a case.
 *
 * @param returnable may be returned; not where somebody has to answer for the case: the first receiver, the city's centre
 * @param deadlines by clock, in log time; what is printed here is what is enforced
 */
public record Order(OrderId id, Role role, Addressee to, boolean returnable, Map<ClockKind, Instant> deadlines) {

    public UnitCode unit() {
        return to.unit();
    }

    public UnitCode desk() {
        return to.desk();
    }

    public DistrictCode district() {
        return to.district();
    }
}
