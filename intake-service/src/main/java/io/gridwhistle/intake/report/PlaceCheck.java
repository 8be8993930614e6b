package io.gridwhistle.intake.report;

import io.gridwhistle.city.City;
import io.gridwhistle.city.geo.Coordinates;
import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.grid.Cell;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.events.Crs;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.events.id.DistrictCode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a reported place is one that the city can be asked to look after. */
final class PlaceCheck {
    private static final String CRS_CHOICE = "WGS84, CGCS2000, GCJ02 or BD09";
    private static final int TEXT = 300;

    private final City city;
    private final GridSet gridSet;
    private final FieldErrors errors;
    /** Of the point, where the place goes by it. */
    private Optional<Cell> owner = Optional.empty();

    PlaceCheck(City city, GridSet gridSet, FieldErrors errors) {
        this.city = city;
        this.gridSet = gridSet;
        this.errors = errors;
    }

    /** The place, or nothing and the errors say why. */
    @Nullable
    ReportedPlace check(ReportRequest.@Nullable Location location) {
        if (location == null) {
            errors.add("/location", "is missing; a point with its crs, a building or a gridCode is needed");
            return null;
        }
        String address = errors.text("/location/address", location.address(), TEXT, false);
        String building = errors.text("/location/building", location.building(), TEXT, false);
        String floor = errors.text("/location/floor", location.floor(), TEXT, false);
        CellCode gridCode = gridCode(location.gridCode());
        Crs crs = null;
        if (location.lon() != null || location.lat() != null) {
            // Routing goes by a building that it knows, then by the point; a cell beside a point it passes over.
            boolean goesByPoint = building.isEmpty()
                    || gridSet.findBuilding(building, emptyToNull(floor)).isEmpty();
            crs = checkPoint(location, goesByPoint);
        } else if (building.isEmpty() && location.gridCode() == null) {
            errors.add("/location", "names no place; a point with its crs, a building or a gridCode is needed");
        }
        if (!building.isEmpty()
                && crs == null
                && gridCode == null
                && gridSet.findBuilding(building, emptyToNull(floor)).isEmpty()) {
            errors.add("/location/building", "'%s' is no building of %s".formatted(building, city.name()));
        }
        return new ReportedPlace(
                crs,
                location.lon(),
                location.lat(),
                emptyToNull(address),
                emptyToNull(building),
                emptyToNull(floor),
                gridCode);
    }

    /** The district of the place that was checked: the named cell's, or its middle's; else the point's. */
    Optional<DistrictCode> findDistrict(ReportedPlace place) {
        Optional<Cell> named = gridSet.findNamed(place);
        Optional<Cell> answers = named.isEmpty()
                ? owner
                : named.filter(cell -> cell.district() != null)
                        .or(() -> named.flatMap(cell -> gridSet.findOwner(gridSet.middleOf(cell))));
        return answers.flatMap(cell -> Optional.ofNullable(cell.district()));
    }

    private @Nullable CellCode gridCode(@Nullable String code) {
        if (code == null) {
            return null;
        }
        try {
            var cell = new CellCode(code);
            if (gridSet.findCell(cell).isEmpty()) {
                errors.add("/location/gridCode", "'%s' is no grid cell of %s".formatted(code, city.name()));
            }
            return cell;
        } catch (IllegalArgumentException e) {
            errors.add("/location/gridCode", String.valueOf(e.getMessage()));
            return null;
        }
    }

    private @Nullable Crs checkPoint(ReportRequest.Location location, boolean goesByPoint) {
        if (location.lon() == null || location.lat() == null) {
            errors.add(location.lon() == null ? "/location/lon" : "/location/lat", "is missing; a point has both");
            return null;
        }
        if (location.crs() == null) {
            errors.add("/location/crs", "is missing; say which system lon and lat are in: " + CRS_CHOICE);
            return null;
        }
        Crs crs = Arrays.stream(Crs.values())
                .filter(it -> it.code().equals(location.crs()))
                .findFirst()
                .orElse(null);
        if (crs == null) {
            errors.add("/location/crs", "'%s' is not known; it is one of %s".formatted(location.crs(), CRS_CHOICE));
            return null;
        }
        try {
            new Point(location.lon(), location.lat());
            Point point = Coordinates.toWgs84(crs, location.lon(), location.lat());
            owner = goesByPoint ? gridSet.findOwner(point) : Optional.empty();
            if (goesByPoint && owner.isEmpty()) {
                var nearest = gridSet.distanceToDistricts(point);
                errors.add(
                        "/location",
                        String.format(
                                Locale.ROOT,
                                "lies outside every district of %s; the nearest, '%s', is %.0f m away",
                                city.name(),
                                nearest.district().code(),
                                Math.ceil(nearest.metres())));
            }
        } catch (IllegalArgumentException e) {
            errors.add("/location", String.valueOf(e.getMessage()));
        }
        return crs;
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
