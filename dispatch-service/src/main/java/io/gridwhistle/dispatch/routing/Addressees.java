package io.gridwhistle.dispatch.routing;

import io.gridwhistle.city.Unit;
import io.gridwhistle.city.Units;
import io.gridwhistle.city.grid.Cell;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.city.grid.Lead;
import io.gridwhistle.events.Addressee;
import io.gridwhistle.events.id.UnitCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who sits where, and on whose topic they are reached. */
final class Addressees {
    static final String LEADER = "leader";
    private static final String DEPARTMENT = "department";

    private final GridSet gridSet;
    private final Units units;
    private final LocalDate day;

    Addressees(RoutingTables tables) {
        this.gridSet = tables.gridSet();
        this.units = tables.units();
        this.day = tables.day();
    }

    /** Who answers for a cell; empty where the post is vacant or no desk above it has a topic. */
    Optional<Addressee> of(Cell cell) {
        return reach(headOf(cell), cell, cell.level().code(), gridSet.pathTo(cell));
    }

    /** The chief of an exclusive grid in which another leads that day: a zone's task force stays above whoever takes turns. */
    Optional<Addressee> chiefBehind(Cell cell) {
        UnitCode chief = cell.chief();
        return chief == null || chief.equals(headOf(cell))
                ? Optional.empty()
                : reach(chief, cell, cell.level().code(), gridSet.pathTo(cell));
    }

    /** Who leads in an exclusive grid that day, or the cell's chief. */
    @Nullable
    UnitCode headOf(Cell cell) {
        Lead lead = cell.exclusive() == null ? null : cell.exclusive().lead();
        return lead != null ? lead.on(day) : cell.chief();
    }

    /** The leader answerable for a cell (分包领导); reached at the desk above, the district's. */
    Optional<Addressee> leaderOf(Cell cell) {
        List<Cell> path = gridSet.pathTo(cell);
        return reach(cell.leader(), cell, LEADER, path.subList(0, path.size() - 1));
    }

    Optional<Addressee> department(UnitCode code) {
        return units.find(code).map(unit -> new Addressee(unit.code(), unit.code(), unit.district(), null, DEPARTMENT));
    }

    private Optional<Addressee> reach(@Nullable UnitCode code, Cell cell, String level, List<Cell> desks) {
        if (code == null) {
            return Optional.empty();
        }
        Optional<Unit> own = units.find(code);
        return own.or(() -> desk(desks))
                .map(desk -> new Addressee(code, desk.code(), desk.district(), cell.code(), level));
    }

    /**
     * A post has no topic of its own: the nearest unit from its cell upwards is its desk, a chief before whoever leads: a
     * desk does not change with the turns.
     */
    private Optional<Unit> desk(List<Cell> path) {
        return path.reversed().stream()
                .flatMap(cell -> Stream.of(Optional.ofNullable(cell.chief()), Optional.ofNullable(headOf(cell))))
                .flatMap(Optional::stream)
                .flatMap(code -> units.find(code).stream())
                .findFirst();
    }
}
