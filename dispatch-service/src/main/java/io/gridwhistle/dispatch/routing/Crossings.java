package io.gridwhistle.dispatch.routing;

import io.gridwhistle.city.grid.Cell;
import io.gridwhistle.events.Addressee;
import io.gridwhistle.events.Crossing;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.RoutingDecision.Candidate;
import io.gridwhistle.events.id.DistrictCode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a case concerns more than one unit can answer for (三跨), by who owns its place. */
final class Crossings {
    private final RoutingTables tables;
    private final Place place;
    private final List<Candidate> candidates;

    Crossings(RoutingTables tables, Place place, List<Candidate> candidates) {
        this.tables = tables;
        this.place = place;
        this.candidates = candidates;
    }

    /** The place's own first, then those of the exclusive grids and shared ground there, and of whoever may be asked. */
    List<DistrictCode> districts(@Nullable DistrictCode own) {
        Set<DistrictCode> districts = new LinkedHashSet<>();
        Optional.ofNullable(own).ifPresent(districts::add);
        Stream.of(place.overrides(), place.coOwners(), place.sharers())
                .flatMap(List::stream)
                .forEach(cell -> districts.addAll(tables.gridSet().listDistricts(cell)));
        candidates.stream()
                .flatMap(Crossings::addressee)
                .map(Addressee::district)
                .filter(district -> !isCitys(district))
                .forEach(districts::add);
        return List.copyOf(districts);
    }

    List<Crossing> of(List<DistrictCode> districts) {
        var crosses = new ArrayList<Crossing>();
        if (owners().map(Addressee::unit).distinct().count() > 1) {
            crosses.add(Crossing.DEPARTMENTS);
        }
        if (districts.size() > 1) {
            crosses.add(Crossing.AREAS);
        }
        if (Stream.concat(owners(), exclusives())
                        .map(owner -> isCitys(owner.district()))
                        .distinct()
                        .count()
                > 1) {
            crosses.add(Crossing.LEVELS);
        }
        return crosses;
    }

    /** Whom the matrix names; those who may lead by their place have a cell. */
    private Stream<Addressee> owners() {
        return candidates.stream()
                .filter(it -> it.role() == Role.LEAD && it.cell() == null)
                .flatMap(Crossings::addressee);
    }

    private Stream<Addressee> exclusives() {
        var cells = Stream.concat(place.overrides().stream(), place.coOwners().stream())
                .map(Cell::code)
                .collect(Collectors.toSet());
        return candidates.stream().filter(it -> cells.contains(it.cell())).flatMap(Crossings::addressee);
    }

    private boolean isCitys(DistrictCode district) {
        return Objects.equals(district, tables.city().code());
    }

    private static Stream<Addressee> addressee(Candidate candidate) {
        return Stream.ofNullable(candidate.addressee());
    }
}
