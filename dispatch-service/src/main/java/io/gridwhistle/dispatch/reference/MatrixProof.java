package io.gridwhistle.dispatch.reference;

import io.gridwhistle.city.City;
import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.Responsibility;
import io.gridwhistle.city.Units;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.city.matrix.Holes;
import io.gridwhistle.city.matrix.Lines;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.log.reference.Reference;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.ProblemException.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds a matrix, and units, to the boundaries in force and to come: nobody is named who is not there, no class has nobody. */
@Component
final class MatrixProof {
    private final References references;

    MatrixProof(References references) {
        this.references = references;
    }

    /**
     * Before there are boundaries, territories are not looked at; they are when the first are put in force.
     *
     * @param next boundaries whose cells may be named as well
     */
    void requireFit(List<Responsibility> matrix, @Nullable Reference next) {
        City city = references.active(ReferenceKind.CITY, CityReferences::city);
        Units units = references.active(ReferenceKind.UNITS, CityReferences::units);
        List<GridSet> holding = holding();
        List<GridSet> named = Stream.concat(
                        holding.stream(), Stream.ofNullable(next).map(this::parsed))
                .toList();
        var findings = new ArrayList<>(Lines.check(
                matrix, city, units, code -> named.isEmpty() || named.stream().anyMatch(it -> has(it, code))));
        holding.forEach(gridSet -> findings.addAll(Holes.find(matrix, city, gridSet)));
        ProblemException.requireNone(findings.stream()
                .distinct()
                .map(it -> new FieldError(it.pointer(), it.detail()))
                .toList());
    }

    /** Whoever is named by the matrix, or sits in the boundaries, stays reachable with these units. */
    void requireFit(Units units) {
        City city = references.active(ReferenceKind.CITY, CityReferences::city);
        Stream<FieldError> lines = references.findActive(ReferenceKind.RESPONSIBILITIES).stream()
                .flatMap(matrix -> CityReferences.listResponsibilities(matrix.content()).stream())
                .map(Responsibility::unit)
                .filter(unit -> units.find(unit).isEmpty())
                .distinct()
                .map(unit -> new FieldError(
                        "",
                        "unit '%s' is missing, which the responsibility matrix names; take it out there first"
                                .formatted(unit)));
        Stream<FieldError> posts = holding().stream()
                .flatMap(gridSet -> gridSet.check(city, units).stream())
                .map(found -> new FieldError("", found.detail()));
        ProblemException.requireNone(Stream.concat(lines, posts).distinct().toList());
    }

    private List<GridSet> holding() {
        return references.listInForceAndToCome(ReferenceKind.GRID_SET).stream()
                .map(this::parsed)
                .toList();
    }

    private GridSet parsed(Reference gridSet) {
        return references.await(ReferenceKind.GRID_SET, gridSet.version(), GridSet::read);
    }

    static boolean has(GridSet gridSet, String code) {
        try {
            return gridSet.findCell(new CellCode(code)).isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
