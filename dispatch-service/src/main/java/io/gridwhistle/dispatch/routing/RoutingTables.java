package io.gridwhistle.dispatch.routing;

import io.gridwhistle.city.City;
import io.gridwhistle.city.Responsibilities;
import io.gridwhistle.city.Units;
import io.gridwhistle.city.grid.GridSet;
import java.time.Instant;
import java.time.LocalDate;

/**
 * All that routing looks things up in, in the versions in force.
 *
 * @param at log time, for whose turn it is where a lead rotates
 */
public record RoutingTables(
        City city, String gridSetVersion, GridSet gridSet, Units units, Responsibilities responsibilities, Instant at) {
    /** The day it is in the city. */
    LocalDate day() {
        return LocalDate.ofInstant(at, city.timeZone());
    }
}
