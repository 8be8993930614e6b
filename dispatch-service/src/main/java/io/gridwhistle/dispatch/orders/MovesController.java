package io.gridwhistle.dispatch.orders;

import io.gridwhistle.city.CaseClass;
import io.gridwhistle.dispatch.routing.Router;
import io.gridwhistle.dispatch.routing.RoutingTables;
import io.gridwhistle.dispatch.routing.TablesInForce;
import io.gridwhistle.events.Addressee;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.RoutingDecision;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.UnitCode;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.log.web.RequestContext;
import io.gridwhistle.log.web.Turns;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Which open cases would go to somebody else if a version of the boundaries were put in force and they were re-routed. */
@RestController
final class MovesController {
    /** Cases looked at for one page, whether they move or not. */
    private static final int LOOKED_AT = 1_000;

    static final int MOST_WAITING = 4;

    /** Where a case is, or would be: the cells that own the place, and who is asked to lead. */
    record Seat(
            List<CellCode> cells,
            @Nullable UnitCode unit,
            @Nullable UnitCode desk) {
        static Seat of(RoutingDecision decision, @Nullable Addressee lead) {
            var cells = new ArrayList<>(decision.path());
            cells.addAll(decision.exclusives());
            return new Seat(cells, lead == null ? null : lead.unit(), lead == null ? null : lead.desk());
        }
    }

    record Move(CaseId id, ClassCode classCode, Seat from, Seat to) {}

    /** @param lookedAt cases, of which the others stay; a page may have no moves and a next one all the same */
    record Page(List<Move> moves, int lookedAt, @Nullable String next) {}

    private final Turns turns =
            new Turns("moves", 1, MOST_WAITING, "others ask what would move, and enough are waiting");
    private final CaseBook book;
    private final References references;
    private final TablesInForce tables;

    MovesController(CaseBook book, References references) {
        this.book = book;
        this.references = references;
        this.tables = new TablesInForce(references);
    }

    @GetMapping("/api/v1/grid-sets/{version}/moves")
    Mono<Page> list(
            @PathVariable String version,
            @RequestParam MultiValueMap<String, String> parameters,
            RequestContext context) {
        context.requireWholeCity();
        references.get(ReferenceKind.GRID_SET, version);
        int limit = OrderBook.limit(parameters);
        String after = Optional.ofNullable(parameters.getFirst("after")).orElse("");
        return turns.take(() -> page(listUnsolved(after), limit, tables.under(version, references.now())));
    }

    /** Whoever waits for his turn has no cases in memory yet. */
    private List<CaseBook.Entry> listUnsolved(String after) {
        return book.listUnsolved(after, LOOKED_AT).collectList().blockOptional().orElseThrow();
    }

    private static Page page(List<CaseBook.Entry> cases, int limit, RoutingTables tables) {
        var moves = new ArrayList<Move>();
        int lookedAt = 0;
        while (lookedAt < cases.size() && moves.size() < limit) {
            CaseBook.Entry entry = cases.get(lookedAt++);
            findMove(entry, tables).ifPresent(moves::add);
        }
        boolean more = lookedAt < cases.size() || cases.size() == LOOKED_AT;
        return new Page(moves, lookedAt, more ? cases.get(lookedAt - 1).id().value() : null);
    }

    private static Optional<Move> findMove(CaseBook.Entry entry, RoutingTables tables) {
        BookedCase booked = entry.booked();
        RoutingDecision was = booked.decision();
        if (was == null) {
            return Optional.empty();
        }
        CaseClass caseClass = tables.caseClass(booked.state().classCode());
        RoutingDecision is =
                new Router(tables.asOf(was.at())).routeAgain(was, booked.state().place(), caseClass);
        return booked.findMove(is)
                .map(lead -> new Move(
                        entry.id(), booked.state().classCode(), Seat.of(was, booked.lead()), Seat.of(is, lead)));
    }
}
