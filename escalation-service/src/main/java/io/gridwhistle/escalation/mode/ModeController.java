package io.gridwhistle.escalation.mode;

import io.gridwhistle.city.City;
import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.grid.Cell;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.events.ControlEvent;
import io.gridwhistle.events.ControlEvent.ModeChanged;
import io.gridwhistle.events.ControlEvent.ModesPlanned;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.OperatingMode;
import io.gridwhistle.events.PlannedMode;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.CellCode;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.log.CaseLog;
import io.gridwhistle.log.ControlLog;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.log.streams.Modes;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.ProblemException.FieldError;
import io.gridwhistle.log.web.RequestContext;
import io.gridwhistle.log.web.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Operating modes (平时, 节假日, 重大活动, 应急) as operators say and plan them. */
@RestController
final class ModeController {
    private static final int MOST_PLANNED = 1_000;

    record Change(
            @Nullable OperatingMode mode,
            @Nullable String from,
            @Nullable String until,
            @Nullable String reason) {}

    /** What was taken down. */
    record Taken(EventId event) {}

    /** @param since when it began to hold */
    record InForce(
            String place,
            String mode,
            Instant since,
            @Nullable Instant until) {}

    record Answer(List<InForce> inForce, List<ModeRow> said) {}

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2999-12-31T00:00:00Z");

    private final References references;
    private final ControlLog control;
    private final CaseLog log;
    private final ModeBook book;

    ModeController(References references, ControlLog control, CaseLog log, ModeBook book) {
        this.references = references;
        this.control = control;
        this.log = log;
        this.book = book;
    }

    @GetMapping("/api/v1/modes")
    Mono<Answer> list() {
        Instant now = Instant.now();
        return book.list(now).map(said -> {
            Modes modes = ModeBook.fold(said);
            List<InForce> inForce = said.stream()
                    .map(ModeRow::place)
                    .distinct()
                    .flatMap(place -> modes.findAt(place, now).stream())
                    .map(it -> new InForce(it.place().value(), it.mode().code(), it.from(), it.until()))
                    .toList();
            return new Answer(inForce, said);
        });
    }

    @PutMapping("/api/v1/districts/{code}/mode")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Taken> change(@PathVariable String code, @RequestBody Change body, RequestContext context) {
        CellCode place = requirePlace(code, context);
        if (body.mode() == null) {
            throw ProblemException.invalid(
                    "/mode", "is missing; one of ordinary, holiday, major-event, emergency is needed");
        }
        Instant from = body.from() == null ? null : Texts.time("/from", body.from());
        Instant until = body.until() == null ? null : Texts.time("/until", body.until());
        Instant now = Instant.now();
        if (until != null && !until.isAfter(from == null || from.isBefore(now) ? now : from)) {
            throw ProblemException.invalid("/until", "is not after " + (from == null ? "now" : "'from' and now"));
        }
        String reason = Texts.require("/reason", body.reason(), Texts.REASON);
        return append(
                "mode-changed." + place, new ModeChanged(place, body.mode(), from, until, reason, context.actor()));
    }

    /** Everything that is planned, in place of what was planned before. */
    @PutMapping("/api/v1/modes/plan")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Taken> plan(@RequestBody List<PlannedMode> modes, RequestContext context) {
        context.requireWholeCity();
        Texts.requireElements(modes);
        if (modes.size() > MOST_PLANNED) {
            throw ProblemException.invalid("", "has %d; at most %d are taken".formatted(modes.size(), MOST_PLANNED));
        }
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < modes.size(); i++) {
            requireTime(errors, "/%d/from".formatted(i), modes.get(i).from());
            requireTime(errors, "/%d/until".formatted(i), modes.get(i).until());
            if (findPlace(modes.get(i).place().value()).isEmpty()) {
                errors.add(new FieldError(
                        "/%d/place".formatted(i), noPlace(modes.get(i).place().value())));
            }
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
        return append("modes-planned", new ModesPlanned(modes, context.actor()));
    }

    /** What no database holds, or no clock counts to, would stop whoever reads it in the log. */
    private static void requireTime(List<FieldError> errors, String pointer, Instant time) {
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            errors.add(new FieldError(pointer, "is a time between %s and %s".formatted(EARLIEST, LATEST)));
        }
    }

    /** Not derived from what was said: the same may be said again after something else. */
    private Mono<Taken> append(String name, ControlEvent event) {
        var id = new EventId(name + "." + UUID.randomUUID());
        return control.broadcast(new EventEnvelope<>(id, null, log.source(), Instant.now(), null, event), List.of())
                .thenReturn(new Taken(id));
    }

    private CellCode requirePlace(String code, RequestContext context) {
        Place place = findPlace(code).orElseThrow(() -> ProblemException.notFound(noPlace(code)));
        if (!context.caller().mayActIn(place.district())) {
            throw ProblemException.forbidden("'%s' lies not in the credential's districts alone".formatted(code));
        }
        return new CellCode(code);
    }

    private static String noPlace(String code) {
        return "'%s' is neither a district nor an exclusive grid".formatted(code);
    }

    /** @param district that the place lies in; absent where it lies across some */
    private record Place(@Nullable String district) {}

    private Optional<Place> findPlace(String code) {
        City city = references.active(ReferenceKind.CITY, CityReferences::city);
        if (city.districts().stream().anyMatch(it -> it.code().value().equals(code))) {
            return Optional.of(new Place(code));
        }
        CellCode cell;
        try {
            cell = new CellCode(code);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return references
                .active(ReferenceKind.GRID_SET, GridSet::read)
                .findCell(cell)
                .filter(it -> it.exclusive() != null)
                .map(ModeController::place);
    }

    private static Place place(Cell cell) {
        return new Place(cell.district() == null ? null : cell.district().value());
    }
}
