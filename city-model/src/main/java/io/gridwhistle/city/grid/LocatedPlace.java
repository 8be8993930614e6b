package io.gridwhistle.city.grid;

import io.gridwhistle.city.City;
import io.gridwhistle.city.geo.Coordinates;
import io.gridwhistle.city.geo.Point;
import io.gridwhistle.events.Crs;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.events.id.DistrictCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place as it was named, on the boundaries of a city: whose district it is, or what of it the city does not have.
 *
 * <p>It is judged as routing goes by it: by a building that the boundaries know, then by the point; a cell that is named
 * beside a point is passed over.
 */
public final class LocatedPlace {
    /** What of a place is at fault. */
    public enum Part {
        POINT,
        BUILDING,
        GRID_CODE
    }

    /** @param detail to follow the name of the part: "lies outside …" */
    public record Fault(Part part, String detail) {}

    private final ReportedPlace place;
    private final City city;
    private final GridSet gridSet;
    private final List<Fault> faults = new ArrayList<>();
    /** Of the point, where the place goes by it. */
    private Optional<Cell> owner = Optional.empty();

    /** @param place whose point, where it has one, may be nowhere */
    public LocatedPlace(ReportedPlace place, City city, GridSet gridSet) {
        this.place = place;
        this.city = city;
        this.gridSet = gridSet;
        if (place.gridCode() != null) {
            checkCell(place.gridCode());
        }
        boolean isBuildingKnown = place.building() != null
                && gridSet.findBuilding(place.building(), place.floor()).isPresent();
        if (place.crs() != null && place.lon() != null && place.lat() != null) {
            checkPoint(place.crs(), place.lon(), place.lat(), !isBuildingKnown);
        } else if (place.building() != null && place.gridCode() == null && !isBuildingKnown) {
            add(Part.BUILDING, "'%s' is no building of %s".formatted(place.building(), city.name()));
        }
    }

    public ReportedPlace place() {
        return place;
    }

    /** Why the city cannot be asked to look after it; empty where it can. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Its district: the named cell's, or its middle's; else the point's. */
    public Optional<DistrictCode> findDistrict() {
        Optional<Cell> named = gridSet.findNamed(place);
        return named.isEmpty()
                ? owner.flatMap(this::district)
                : named.flatMap(this::district)
                        .or(() -> named.flatMap(cell -> gridSet.findOwner(gridSet.middleOf(cell)))
                                .flatMap(this::district));
    }

    /** Of the next one up that names it: cells below a district need not. */
    private Optional<DistrictCode> district(Cell cell) {
        return gridSet.pathTo(cell).reversed().stream()
                .flatMap(it -> Stream.ofNullable(it.district()))
                .findFirst();
    }

    private void checkCell(CellCode code) {
        if (gridSet.findCell(code).isEmpty()) {
            add(Part.GRID_CODE, "'%s' is no grid cell of %s".formatted(code, city.name()));
        }
    }

    private void checkPoint(Crs crs, double lon, double lat, boolean goesByPoint) {
        Point point;
        try {
            point = Coordinates.toWgs84(crs, lon, lat);
        } catch (IllegalArgumentException e) {
            add(Part.POINT, String.valueOf(e.getMessage()));
            return;
        }
        owner = goesByPoint ? gridSet.findOwner(point) : Optional.empty();
        if (goesByPoint && owner.isEmpty()) {
            add(
                    Part.POINT,
                    gridSet.findEnclave(point)
                            .map(enclave ->
                                    "lies in %s, which is declared as outside of %s".formatted(enclave, city.name()))
                            .orElseGet(() -> farFromDistricts(point)));
        }
    }

    private String farFromDistricts(Point point) {
        var nearest = gridSet.distanceToDistricts(point);
        return String.format(
                Locale.ROOT,
                "lies outside every district of %s; the nearest, '%s', is %.0f m away",
                city.name(),
                nearest.district().code(),
                Math.ceil(nearest.metres()));
    }

    private void add(Part part, String detail) {
        faults.add(new Fault(part, detail));
    }
}
