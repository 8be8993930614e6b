package io.gridwhistle.dispatch.decide;

import io.gridwhistle.city.CaseClass;
import io.gridwhistle.city.City;
import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.Policies;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.dispatch.routing.Router;
import io.gridwhistle.dispatch.routing.RoutingTables;
import io.gridwhistle.events.Acceptance;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.log.streams.Moment;
import java.util.Optional;

/** The references that hold at a moment, as dispatch uses them. */
final class Tables {
    private Tables() {}

    static Optional<RoutingTables> findRouting(Moment moment) {
        var city = moment.findReference(ReferenceKind.CITY, CityReferences::city);
        var gridSet = moment.findReference(ReferenceKind.GRID_SET, GridSet::read);
        var units = moment.findReference(ReferenceKind.UNITS, CityReferences::units);
        var matrix = moment.findReference(ReferenceKind.RESPONSIBILITIES, CityReferences::responsibilities);
        var version = moment.findVersion(ReferenceKind.GRID_SET);
        return city.isEmpty() || gridSet.isEmpty() || units.isEmpty() || matrix.isEmpty() || version.isEmpty()
                ? Optional.empty()
                : Optional.of(new RoutingTables(city.get(), version.get(), gridSet.get(), units.get(), matrix.get()));
    }

    static Optional<Router> findRouter(Moment moment) {
        return findRouting(moment).map(Router::new);
    }

    static Optional<Policies> findPolicies(Moment moment) {
        return moment.findReference(ReferenceKind.POLICIES, CityReferences::policies);
    }

    /** A class that the city has given up meanwhile is still an event that somebody has to look at. */
    static CaseClass caseClass(Moment moment, ClassCode code) {
        return moment.findReference(ReferenceKind.CITY, CityReferences::city)
                .flatMap((City city) -> city.findClass(code))
                .orElseGet(() ->
                        new CaseClass(code, code.value(), CaseClass.Kind.EVENT, null, Acceptance.AUTOMATIC, null));
    }
}
