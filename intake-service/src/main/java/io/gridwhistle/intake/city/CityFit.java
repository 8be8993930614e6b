package io.gridwhistle.intake.city;

import io.gridwhistle.city.City;
import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.Responsibility;
import io.gridwhistle.city.Unit;
import io.gridwhistle.city.grid.Cell;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.city.matrix.Holes;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.ProblemException.FieldError;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Holds a city's words to what is in force: districts that are governed and classes that are answered for stay, and no new
 * class has nobody somewhere.
 */
@Component
final class CityFit {
    private final References references;

    CityFit(References references) {
        this.references = references;
    }

    /** Errors: a 422 problem. Whatever is not in force yet is not looked at. */
    void require(City city) {
        List<GridSet> gridSets = references.listInForceAndToCome(ReferenceKind.GRID_SET).stream()
                .map(it -> references.await(ReferenceKind.GRID_SET, it.version(), GridSet::read))
                .toList();
        var errors = new ArrayList<>(missingDistricts(city, gridSets));
        errors.addAll(missingClasses(city, gridSets));
        references.findActive(ReferenceKind.RESPONSIBILITIES).ifPresent(reference -> {
            List<Responsibility> matrix = CityReferences.listResponsibilities(reference.content());
            for (GridSet gridSet : gridSets) {
                Holes.find(matrix, city, gridSet)
                        .forEach(hole -> errors.add(new FieldError("/classes", hole.detail())));
            }
        });
        ProblemException.requireNone(errors.stream().distinct().toList());
    }

    private List<FieldError> missingClasses(City city, List<GridSet> gridSets) {
        Stream<String> exclusive = gridSets.stream()
                .flatMap(gridSet -> gridSet.listCells().stream())
                .flatMap(cell -> Stream.ofNullable(cell.exclusive()))
                .flatMap(it -> Stream.ofNullable(it.classes()).flatMap(List::stream));
        Stream<String> lines = references.findActive(ReferenceKind.RESPONSIBILITIES).stream()
                .flatMap(it -> CityReferences.listResponsibilities(it.content()).stream())
                .map(Responsibility::classCode);
        Set<String> used = Stream.concat(exclusive, lines).collect(Collectors.toCollection(LinkedHashSet::new));
        used.remove(Responsibility.ANY);
        city.classes().stream().map(it -> it.code().value()).forEach(used::remove);
        return used.stream()
                .map(code -> new FieldError(
                        "/classes",
                        "'%s' is missing, which exclusive grids or responsibilities in force name; take it out there first"
                                .formatted(code)))
                .toList();
    }

    private List<FieldError> missingDistricts(City city, List<GridSet> gridSets) {
        Set<DistrictCode> used = new LinkedHashSet<>();
        gridSets.forEach(gridSet -> gridSet.listCells().stream()
                .map(Cell::district)
                .filter(Objects::nonNull)
                .forEach(used::add));
        references
                .findActive(ReferenceKind.UNITS)
                .ifPresent(units -> CityReferences.units(units.content()).listAll().stream()
                        .map(Unit::district)
                        .forEach(used::add));
        used.remove(city.code());
        city.districts().stream()
                .map(City.District::code)
                .collect(Collectors.toSet())
                .forEach(used::remove);
        return used.stream()
                .map(district -> new FieldError(
                        "/districts",
                        "'%s' is missing, which boundaries or units in force name; take it out there first"
                                .formatted(district)))
                .toList();
    }
}
