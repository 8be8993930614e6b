package io.gridwhistle.city.policy;

import io.gridwhistle.events.OperatingMode;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.Severity;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.events.id.UnitCode;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What decides which policy holds.
 *
 * @param mode in force at the place, at the moment in question
 * @param places codes of the district, the cells and the exclusive grids that the case lies in, the most specific last
 * @param unit the desk whose order it is; absent for a clock of the case's own
 */
public record Situation(
        ClassCode classCode,
        Severity severity,
        OperatingMode mode,
        List<String> places,
        @Nullable UnitCode unit) {

    public Situation {
        places = List.copyOf(places);
    }

    /** Of a case itself, as far as it is known before it is routed. */
    public static Situation ofCase(
            ClassCode classCode, Severity severity, OperatingMode mode, @Nullable DistrictCode district) {
        return new Situation(classCode, severity, mode, district == null ? List.of() : List.of(district.value()), null);
    }

    /** At the place that was found for the case: cells below the district, exclusive grids deeper than ordinary cells. */
    public Situation at(RoutingDecision decision) {
        var all = new LinkedHashSet<String>();
        if (decision.district() != null) {
            all.add(decision.district().value());
        }
        decision.path().forEach(cell -> all.add(cell.value()));
        decision.exclusives().reversed().forEach(cell -> all.add(cell.value()));
        return new Situation(classCode, severity, mode, List.copyOf(all), unit);
    }

    /** Of an order at this desk. */
    public Situation ordering(UnitCode desk) {
        return new Situation(classCode, severity, mode, places, desk);
    }

    /** Of what the case turned out to be. */
    public Situation about(ClassCode nextClass, Severity nextSeverity) {
        return new Situation(nextClass, nextSeverity, mode, places, unit);
    }

    public Situation in(OperatingMode next) {
        return new Situation(classCode, severity, next, places, unit);
    }
}
