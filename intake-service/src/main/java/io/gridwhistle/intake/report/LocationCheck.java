package io.gridwhistle.intake.report;

import io.gridwhistle.city.City;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.city.grid.LocatedPlace;
import io.gridwhistle.events.Crs;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.id.CellCode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Whether a location, as it was posted, is a place that the city can be asked to look after. */
final class LocationCheck {
    private static final String CRS_CHOICE = "WGS84, CGCS2000, GCJ02 or BD09";
    private static final int TEXT = 300;

    private final City city;
    private final GridSet gridSet;
    private final FieldErrors errors;

    LocationCheck(City city, GridSet gridSet, FieldErrors errors) {
        this.city = city;
        this.gridSet = gridSet;
        this.errors = errors;
    }

    /** The place; where it is none, the errors say why. */
    @Nullable
    LocatedPlace check(ReportRequest.@Nullable Location location) {
        if (location == null) {
            errors.add("/location", "is missing; a point with its crs, a building or a gridCode is needed");
            return null;
        }
        String address = errors.text("/location/address", location.address(), TEXT, false);
        String building = errors.text("/location/building", location.building(), TEXT, false);
        String floor = errors.text("/location/floor", location.floor(), TEXT, false);
        CellCode gridCode = location.gridCode() == null
                ? null
                : errors.code("/location/gridCode", location.gridCode(), CellCode::new);
        Crs crs = null;
        if (location.lon() != null || location.lat() != null) {
            crs = crs(location);
        } else if (building.isEmpty() && location.gridCode() == null) {
            errors.add("/location", "names no place; a point with its crs, a building or a gridCode is needed");
        }
        var place = new ReportedPlace(
                crs,
                location.lon(),
                location.lat(),
                emptyToNull(address),
                emptyToNull(building),
                emptyToNull(floor),
                gridCode);
        var located = new LocatedPlace(place, city, gridSet);
        located.faults().forEach(fault -> errors.add(pointer(fault.part()), fault.detail()));
        return located;
    }

    /** Of a whole point. */
    private @Nullable Crs crs(ReportRequest.Location location) {
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
        }
        return crs;
    }

    private static String pointer(LocatedPlace.Part part) {
        return switch (part) {
            case POINT -> "/location";
            case BUILDING -> "/location/building";
            case GRID_CODE -> "/location/gridCode";
        };
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
