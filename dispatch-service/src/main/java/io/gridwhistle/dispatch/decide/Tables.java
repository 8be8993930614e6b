package io.gridwhistle.dispatch.decide;

import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.Units;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.city.policy.Timing;
import io.gridwhistle.dispatch.routing.RoutingTables;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.log.streams.Moment;
import java.util.function.Function;

/** The references that hold at a moment, as dispatch uses them. */
final class Tables {
    private Tables() {}

    /** Errors: {@link IllegalStateException} before the city is whole; intake takes no report then. */
    static RoutingTables routing(Moment moment) {
        return new RoutingTables(
                require(moment, ReferenceKind.CITY, CityReferences::city),
                moment.findVersion(ReferenceKind.GRID_SET).orElse(""),
                gridSet(moment),
                units(moment),
                require(moment, ReferenceKind.RESPONSIBILITIES, CityReferences::responsibilities),
                moment.logTime());
    }

    static GridSet gridSet(Moment moment) {
        return require(moment, ReferenceKind.GRID_SET, GridSet::read);
    }

    static Units units(Moment moment) {
        return require(moment, ReferenceKind.UNITS, CityReferences::units);
    }

    private static <T> T require(Moment moment, ReferenceKind kind, Function<byte[], T> parser) {
        return moment.findReference(kind, parser)
                .orElseThrow(() -> new IllegalStateException("no %s is in force here".formatted(kind.code())));
    }

    /** Errors: {@link IllegalStateException} before the city is whole. */
    static Timing timing(Moment moment) {
        return new Timing(
                require(moment, ReferenceKind.CITY, CityReferences::city),
                require(moment, ReferenceKind.UNITS, CityReferences::units),
                require(moment, ReferenceKind.CALENDARS, CityReferences::calendars),
                require(moment, ReferenceKind.POLICIES, CityReferences::policies));
    }
}
