package io.gridwhistle.dispatch.routing;

import io.gridwhistle.city.CaseClass;
import io.gridwhistle.city.City;
import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.events.Crs;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.log.reference.Reference;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.log.web.ProblemException;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A dry run: who would be asked, and why. */
@RestController
final class ResolveController {
    private final References references;

    ResolveController(References references) {
        this.references = references;
    }

    @GetMapping("/api/v1/resolve")
    RoutingDecision resolve(
            @RequestParam(required = false) @Nullable Double lon,
            @RequestParam(required = false) @Nullable Double lat,
            @RequestParam(required = false) @Nullable String crs,
            @RequestParam(name = "class") String classCode,
            @RequestParam(required = false) @Nullable String building,
            @RequestParam(required = false) @Nullable String floor,
            @RequestParam(required = false) @Nullable String gridCode) {
        City city = references.active(ReferenceKind.CITY, CityReferences::city);
        CaseClass caseClass = findClass(city, classCode);
        if ((lon == null) != (lat == null)) {
            throw ProblemException.invalid(lon == null ? "?lon" : "?lat", "is missing; a point has both");
        }
        if (lon == null && building == null && gridCode == null) {
            throw ProblemException.invalid("?lon", "is missing; a point, a building or a gridCode is needed");
        }
        try {
            var place = new ReportedPlace(
                    lon == null ? null : crs(crs),
                    lon,
                    lat,
                    null,
                    building,
                    floor,
                    gridCode == null ? null : new CellCode(gridCode));
            return new Router(tables(city)).route(place, caseClass);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("?", String.valueOf(e.getMessage()));
        }
    }

    private RoutingTables tables(City city) {
        String version = references
                .findActive(ReferenceKind.GRID_SET)
                .map(Reference::version)
                .orElse("");
        return new RoutingTables(
                city,
                version,
                references.active(ReferenceKind.GRID_SET, GridSet::read),
                references.active(ReferenceKind.UNITS, CityReferences::units),
                references.active(ReferenceKind.RESPONSIBILITIES, CityReferences::responsibilities),
                Instant.now());
    }

    private static CaseClass findClass(City city, String code) {
        return city.classes().stream()
                .filter(it -> it.code().value().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("?class", "'%s' is none of the city's".formatted(code)));
    }

    private static Crs crs(@Nullable String code) {
        return Arrays.stream(Crs.values())
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        "?crs", "says which system lon and lat are in: WGS84, CGCS2000, GCJ02 or BD09"));
    }
}
