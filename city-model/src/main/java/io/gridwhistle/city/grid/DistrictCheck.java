package io.gridwhistle.city.grid;

import io.gridwhistle.city.City;
import io.gridwhistle.city.grid.GridSetFinding.Kind;
import io.gridwhistle.events.id.DistrictCode;
import java.util.HashMap;
import java.util.Map;

/**
 * Each district of the city is one cell, or said to be about to go.
 *
 * <p>Asked of boundaries that are to come into force, and of those alone: a city names a new district before it draws it.
 */
final class DistrictCheck {
    private final City city;
    private final GridSetDocument document;
    private final Findings findings;

    private DistrictCheck(City city, GridSetDocument document, Findings findings) {
        this.city = city;
        this.document = document;
        this.findings = findings;
    }

    static void check(GridSetDocument document, City city, Findings findings) {
        new DistrictCheck(city, document, findings).check();
    }

    private void check() {
        Map<DistrictCode, Cell> drawn = new HashMap<>();
        for (Cell cell : document.cells()) {
            if (cell.level() == Level.DISTRICT && cell.exclusive() == null && cell.district() != null) {
                Cell other = drawn.putIfAbsent(cell.district(), cell);
                if (other != null) {
                    findings.add(
                            Kind.DISTRICT,
                            cell,
                            "cell '%s' is district '" + cell.district() + "', which '" + other.code() + "' is");
                }
            }
        }
        for (City.District district : city.districts()) {
            Cell cell = drawn.get(district.code());
            boolean isToGo = document.withoutDistricts().contains(district.code());
            if (cell == null && !isToGo && document.unread().isEmpty()) {
                findings.addToSet(
                        Kind.DISTRICT,
                        "district '%s' of %s has no cell of level 'district'; add it, or name it in '%s' where it is about to go"
                                .formatted(district.code(), city.name(), GridSetReader.WITHOUT_DISTRICTS));
            }
            if (cell != null && isToGo) {
                findings.addToSet(
                        Kind.DISTRICT,
                        "district '%s' has a cell, '%s', and stands in '%s'"
                                .formatted(district.code(), cell.code(), GridSetReader.WITHOUT_DISTRICTS));
            }
        }
    }
}
