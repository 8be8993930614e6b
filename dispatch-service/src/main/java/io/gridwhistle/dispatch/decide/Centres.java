package io.gridwhistle.dispatch.decide;

import io.gridwhistle.city.Unit;
import io.gridwhistle.city.Units;
import io.gridwhistle.events.Addressee;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.id.UnitCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom a case goes to where the rules are at their end: the zone's own task force, the district's centre, the city's.
 *
 * <p>Where several districts are involved, none of their centres decides about the others' units.
 */
public final class Centres {
    private Centres() {}

    /** The nearest first. */
    public static List<Addressee> list(RoutingDecision decision, Units units) {
        Stream<Unit> zones = decision.candidates().stream()
                .filter(it -> it.role() == Role.LEAD
                        && it.cell() != null
                        && decision.exclusives().contains(it.cell()))
                .flatMap(it -> Stream.ofNullable(it.addressee()))
                .flatMap(it -> units.find(it.desk()).stream())
                .filter(unit -> unit.kind() == Unit.Kind.TASK_FORCE);
        Stream<Unit> districts = units.listAll().stream()
                .filter(unit -> unit.kind() == Unit.Kind.DISTRICT_CENTRE
                        && decision.districts().size() == 1)
                .filter(unit -> unit.district().equals(decision.district()));
        Stream<Unit> city = units.listAll().stream().filter(unit -> unit.kind() == Unit.Kind.CITY_CENTRE);
        return Stream.of(zones, districts, city)
                .flatMap(it -> it)
                .distinct()
                .map(Centres::addressee)
                .toList();
    }

    /** The nearest that was not asked yet. */
    static Optional<Addressee> find(RoutingDecision decision, Units units, List<UnitCode> asked) {
        return list(decision, units).stream()
                .filter(centre -> !asked.contains(centre.unit()))
                .findFirst();
    }

    /** Whether the city's centre leads: nobody is above it, wherever it stands on the ladder. */
    static boolean isOnTop(DispatchCase now, Units units) {
        return Optional.ofNullable(now.lead())
                .map(now.open()::get)
                .flatMap(sent -> units.find(sent.to().unit()))
                .filter(unit -> unit.kind() == Unit.Kind.CITY_CENTRE)
                .isPresent();
    }

    /** A unit that is asked for what it is, not for a place of its own. */
    static Addressee addressee(Unit unit) {
        return new Addressee(
                unit.code(), unit.code(), unit.district(), null, unit.kind().code());
    }
}
