package io.gridwhistle.dispatch.routing;

import io.gridwhistle.city.CaseClass;
import io.gridwhistle.city.Responsibility.Duty;
import io.gridwhistle.city.geo.Coordinates;
import io.gridwhistle.city.geo.Point;
import io.gridwhistle.city.grid.Cell;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.city.grid.Level;
import io.gridwhistle.events.LadderStep;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.RoutingDecision.Candidate;
import io.gridwhistle.events.RoutingDecision.Named;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.events.id.UnitCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names the owners of a place for a class of cases, and says why.
 *
 * <p>Two kinds may lead. The territory: the innermost cell at the place first, then the cells above it; an exclusive grid
 * that overrides goes instead of the ordinary cells below the district. The owner: the department that the responsibility
 * matrix names. The class says who of the two is asked first (components 先属主后属地, events 先属地后属主); the other
 * comes next, the cells further up after both. Vacant posts, and units that there are not, stand in the record and are passed over.
 */
public final class Router {
    private static final String UNKNOWN = " is unknown";

    private final RoutingTables tables;
    private final Addressees addressees;

    public Router(RoutingTables tables) {
        this.tables = tables;
        this.addressees = new Addressees(tables);
    }

    public RoutingDecision route(ReportedPlace reported, CaseClass caseClass) {
        return route(reported, reported, null, caseClass);
    }

    /** Of a case that was routed before: where it was found stays, whatever is called so by now. */
    public RoutingDecision routeAgain(@Nullable RoutingDecision before, ReportedPlace reported, CaseClass caseClass) {
        return before == null || !before.place().isWhere(reported)
                ? route(reported, caseClass)
                : route(reported, where(before.found()), before.named(), caseClass);
    }

    /** A building that stands elsewhere by now is another one of that name. */
    private ReportedPlace where(ReportedPlace found) {
        GridSet gridSet = tables.gridSet();
        boolean isThere = Coordinates.findPoint(found)
                .flatMap(point -> gridSet.findNamed(found).filter(cell -> gridSet.holds(cell, point)))
                .isPresent();
        return isThere
                ? found
                : new ReportedPlace(found.crs(), found.lon(), found.lat(), null, null, null, found.gridCode());
    }

    private RoutingDecision route(
            ReportedPlace reported, ReportedPlace where, @Nullable Named before, CaseClass caseClass) {
        Place place = Place.find(where, caseClass.code(), tables.gridSet());
        // Where nothing was named before, that is where it was looked for.
        Point point =
                before == null ? place.point() : Coordinates.findPoint(reported).orElse(null);
        List<Candidate> candidates = new ArrayList<>(leads(place, caseClass));
        candidates.addAll(helpers(place, caseClass));
        String rule = candidates.stream()
                .filter(candidate -> candidate.role() == Role.LEAD && candidate.addressee() != null)
                .findFirst()
                .map(Candidate::rule)
                .orElse("unassigned");
        Cell district = place.path().stream()
                .filter(cell -> cell.level() == Level.DISTRICT)
                .findFirst()
                .orElse(null);
        var crossings = new Crossings(tables, place, candidates);
        List<DistrictCode> districts = crossings.districts(district == null ? null : district.district());
        return new RoutingDecision(
                tables.gridSetVersion(),
                tables.at(),
                reported,
                caseClass.code(),
                point == null ? null : point.lon(),
                point == null ? null : point.lat(),
                named(where, before),
                district == null ? null : district.district(),
                districts,
                codes(place.path()),
                codes(exclusives(place)),
                distinct(candidates),
                ladder(place),
                crossings.of(districts),
                rule);
    }

    private @Nullable Named named(ReportedPlace where, @Nullable Named before) {
        GridSet gridSet = tables.gridSet();
        Cell cell = gridSet.findNamed(where).orElse(null);
        if (cell != null) {
            boolean ofFloor = where.building() != null
                    && where.floor() != null
                    && cell.floors().contains(where.floor());
            String floor = cell.floors().size() == 1 ? cell.floors().getFirst() : null;
            Point inside = gridSet.middleOf(cell);
            return new Named(cell.building(), ofFloor ? where.floor() : floor, inside.lon(), inside.lat());
        }
        return before == null ? null : new Named(null, null, before.lon(), before.lat());
    }

    private static List<Cell> exclusives(Place place) {
        var all = new ArrayList<>(place.overrides());
        all.addAll(place.coOwners());
        return all;
    }

    private List<Candidate> leads(Place place, CaseClass caseClass) {
        List<Candidate> territory = place.chain().stream()
                .flatMap(cell -> candidates(
                        Role.LEAD,
                        cell,
                        cell.exclusive() == null
                                ? "territory " + cell.level().code()
                                : "exclusive grid " + cell.code()))
                .toList();
        List<Candidate> owners = departments(place, caseClass, Duty.OWNER, Role.LEAD);
        var order = new ArrayList<Candidate>();
        if (caseClass.first() == CaseClass.First.OWNER) {
            order.addAll(owners);
            order.addAll(territory);
        } else {
            int first = 0;
            while (first < territory.size() && territory.get(first).addressee() == null) {
                first++;
            }
            int until = Math.min(first + 1, territory.size());
            order.addAll(territory.subList(0, until));
            order.addAll(owners);
            order.addAll(territory.subList(until, territory.size()));
        }
        return order;
    }

    private List<Candidate> helpers(Place place, CaseClass caseClass) {
        var helpers = new ArrayList<Candidate>();
        place.coOwners().stream()
                .flatMap(cell -> candidates(Role.CO_HANDLER, cell, "co-owning exclusive grid"))
                .forEach(helpers::add);
        place.sharers().stream()
                .flatMap(cell -> candidates(Role.CO_HANDLER, cell, "shared ground"))
                .forEach(helpers::add);
        helpers.addAll(departments(place, caseClass, Duty.CO_HANDLER, Role.CO_HANDLER));
        helpers.addAll(departments(place, caseClass, Duty.SUPERVISOR, Role.SUPERVISOR));
        return helpers;
    }

    /** Whether somebody is named who is not there: what names units comes into force at other moments than they do. */
    public static boolean namesUnknown(RoutingDecision decision) {
        return decision.candidates().stream().anyMatch(it -> it.rule().endsWith(UNKNOWN));
    }

    private Stream<Candidate> candidates(Role role, Cell cell, String rule) {
        Candidate head = addressees
                .of(cell)
                .map(it -> new Candidate(role, it, cell.code(), rule))
                .orElseGet(() -> new Candidate(
                        role,
                        null,
                        cell.code(),
                        addressees.headOf(cell) == null ? rule + ", vacant" : unknown(rule, addressees.headOf(cell))));
        Stream<Candidate> chief = addressees.chiefBehind(cell).stream()
                .map(it -> new Candidate(role, it, cell.code(), rule + ", its chief"));
        return Stream.concat(Stream.of(head), chief);
    }

    private List<Candidate> departments(Place place, CaseClass caseClass, Duty duty, Role role) {
        return tables.responsibilities().list(caseClass.code(), codes(place.allCells()), duty).stream()
                .map(unit -> addressees
                        .department(unit)
                        .map(it -> new Candidate(role, it, null, "responsibility " + duty.code()))
                        .orElseGet(
                                () -> new Candidate(role, null, null, unknown("responsibility " + duty.code(), unit))))
                .toList();
    }

    private static String unknown(String rule, @Nullable UnitCode unit) {
        return "%s, '%s'%s".formatted(rule, unit, UNKNOWN);
    }

    private List<LadderStep> ladder(Place place) {
        var steps = new ArrayList<LadderStep>();
        for (Cell cell : place.chain()) {
            steps.add(new LadderStep(
                    cell.level().code(), cell.code(), addressees.of(cell).orElse(null)));
            addressees
                    .chiefBehind(cell)
                    .ifPresent(chief -> steps.add(new LadderStep(cell.level().code(), cell.code(), chief)));
            if (cell.leader() != null) {
                steps.add(new LadderStep(
                        Addressees.LEADER,
                        cell.code(),
                        addressees.leaderOf(cell).orElse(null)));
            }
        }
        return steps;
    }

    /** A unit stands once in each role; who leads in the end is not asked to help himself. */
    private static List<Candidate> distinct(List<Candidate> candidates) {
        record InRole(Role role, UnitCode unit) {}
        Set<InRole> seen = new HashSet<>();
        return candidates.stream()
                .filter(candidate -> candidate.addressee() == null
                        || seen.add(new InRole(
                                candidate.role(), candidate.addressee().unit())))
                .toList();
    }

    private static List<CellCode> codes(List<Cell> cells) {
        return cells.stream().map(Cell::code).toList();
    }
}
