package io.gridwhistle.dispatch.routing;

import io.gridwhistle.city.City;
import io.gridwhistle.city.Responsibilities;
import io.gridwhistle.city.Units;
import io.gridwhistle.city.grid.GridSet;

/** All that routing looks things up in, in the versions in force. */
public record RoutingTables(
        City city, String gridSetVersion, GridSet gridSet, Units units, Responsibilities responsibilities) {}
