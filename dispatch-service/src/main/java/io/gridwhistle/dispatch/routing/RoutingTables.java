package io.gridwhistle.dispatch.routing;

import io.gridwhistle.city.CaseClass;
import io.gridwhistle.city.City;
import io.gridwhistle.city.Responsibilities;
import io.gridwhistle.city.Units;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.events.Acceptance;
import io.gridwhistle.events.id.ClassCode;
import java.time.Instant;
import java.time.LocalDate;

/**
 * All that routing looks things up in, in the versions in force.
 *
 * @param at log time, for whose turn it is where a lead rotates
 */
public record RoutingTables(
        City city, String gridSetVersion, GridSet gridSet, Units units, Responsibilities responsibilities, Instant at) {
    /** A class that the city has given up meanwhile is still an event that somebody has to look at. */
    public CaseClass caseClass(ClassCode code) {
        return city.findClass(code)
                .orElseGet(() ->
                        new CaseClass(code, code.value(), CaseClass.Kind.EVENT, null, Acceptance.AUTOMATIC, null));
    }

    /** The same, for the turns of another moment. */
    public RoutingTables asOf(Instant moment) {
        return new RoutingTables(city, gridSetVersion, gridSet, units, responsibilities, moment);
    }

    /** The day it is in the city. */
    LocalDate day() {
        return LocalDate.ofInstant(at, city.timeZone());
    }
}
