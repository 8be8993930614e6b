package io.gridwhistle.city.grid;

import io.gridwhistle.city.City;
import io.gridwhistle.city.Units;
import io.gridwhistle.city.grid.GridSetFinding.Kind;
import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.events.id.UnitCode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a grid set names that stands elsewhere: districts and classes of the city, units.
 *
 * <p>A chief who is no unit is a post, and a post is reached at its desk: the nearest unit above. One without a desk would
 * be asked and never hear of it.
 */
final class ReferenceCheck {
    private final City city;
    private final Set<DistrictCode> districts;
    private final Set<String> classes;
    private final Units units;
    private final CellTree tree;
    private final Findings findings;

    private ReferenceCheck(City city, Units units, CellTree tree, Findings findings) {
        this.city = city;
        this.districts = city.districts().stream().map(City.District::code).collect(Collectors.toSet());
        this.classes = city.classes().stream().map(it -> it.code().value()).collect(Collectors.toSet());
        this.units = units;
        this.tree = tree;
        this.findings = findings;
    }

    static void check(Collection<Cell> cells, City city, Units units, CellTree tree, Findings findings) {
        var check = new ReferenceCheck(city, units, tree, findings);
        for (Cell cell : cells) {
            check.checkDistrict(cell);
            check.checkClasses(cell);
            check.checkLead(cell);
            List<Cell> up = tree.upFrom(cell);
            check.checkPost(cell, "chief", cell.chief(), up);
            check.checkPost(cell, "leader", cell.leader(), up.subList(1, up.size()));
        }
    }

    private void checkDistrict(Cell cell) {
        if (cell.district() != null && !districts.contains(cell.district())) {
            findings.add(
                    Kind.DISTRICT,
                    cell,
                    "cell '%s' is in district '" + cell.district() + "', which " + city.name() + " does not have");
        }
    }

    private void checkClasses(Cell cell) {
        if (cell.exclusive() == null || cell.exclusive().classes() == null) {
            return;
        }
        for (String code : cell.exclusive().classes()) {
            if (!code.equals(Exclusive.ANY) && !classes.contains(code)) {
                findings.add(
                        Kind.EXCLUSIVE,
                        cell,
                        "exclusive grid '%s' names the class '" + code + "', which is none of the city's");
            }
        }
    }

    private void checkLead(Cell cell) {
        if (cell.exclusive() == null || cell.exclusive().lead() == null) {
            return;
        }
        for (UnitCode lead : cell.exclusive().lead().rotation()) {
            if (units.find(lead).isEmpty() && !lead.equals(cell.chief())) {
                findings.add(
                        Kind.UNIT,
                        cell,
                        "lead '" + lead + "' of '%s' is neither a registered unit nor the grid's own chief");
            }
        }
    }

    private void checkPost(Cell cell, String post, @Nullable UnitCode code, List<Cell> desks) {
        if (code != null && units.find(code).isEmpty() && desks.stream().noneMatch(this::isDesk)) {
            findings.add(
                    Kind.UNIT,
                    cell,
                    post + " '" + code
                            + "' of '%s' is no registered unit, nor is there one above whose desk could be asked");
        }
    }

    private boolean isDesk(Cell cell) {
        boolean led = cell.exclusive() != null
                && cell.exclusive().lead() != null
                && cell.exclusive().lead().rotation().stream()
                        .allMatch(unit -> units.find(unit).isPresent());
        return led || (cell.chief() != null && units.find(cell.chief()).isPresent());
    }
}
