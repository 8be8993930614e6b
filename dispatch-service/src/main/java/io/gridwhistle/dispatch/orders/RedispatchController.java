package io.gridwhistle.dispatch.orders;

import io.gridwhistle.city.City;
import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.Unit;
import io.gridwhistle.city.Units;
import io.gridwhistle.events.DispatchEvent;
import io.gridwhistle.events.DispatchEvent.ConsultationOpened;
import io.gridwhistle.events.DispatchEvent.RedispatchDecided;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.EventTypes;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.UnitCode;
import io.gridwhistle.lifecycle.CaseState;
import io.gridwhistle.log.CaseLog;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.ProblemException.FieldError;
import io.gridwhistle.log.web.RequestContext;
import io.gridwhistle.log.web.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A centre decides: it calls units together, and names who leads, who helps, who supervises. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
@ResponseStatus(HttpStatus.ACCEPTED)
final class RedispatchController {
    record Consultation(@Nullable String reason, @Nullable List<String> invited) {}

    record Redispatch(
            @Nullable String lead,
            @Nullable List<String> coHandlers,
            @Nullable List<String> supervisors,
            @Nullable String reason) {}

    /** What was taken down. */
    record Taken(EventId event, CaseId id) {}

    private final CaseBook book;
    private final References references;
    private final CaseLog log;

    RedispatchController(CaseBook book, References references, CaseLog log) {
        this.book = book;
        this.references = references;
        this.log = log;
    }

    @PostMapping("/consultation")
    Mono<Taken> consult(@PathVariable String id, @RequestBody Consultation body, RequestContext context) {
        return take(id, context, (booked, check) -> {
            List<UnitCode> invited = check.units("/invited", body.invited());
            String reason = Texts.require("/reason", body.reason(), Texts.REASON);
            check.done();
            return new ConsultationOpened(reason, null, invited, booked.state().turn(), context.actor());
        });
    }

    @PostMapping("/redispatch")
    Mono<Taken> redispatch(@PathVariable String id, @RequestBody Redispatch body, RequestContext context) {
        return take(id, context, (booked, check) -> {
            List<UnitCode> lead = check.units("/lead", body.lead() == null ? null : List.of(body.lead()));
            List<UnitCode> helpers = check.units("/coHandlers", body.coHandlers());
            List<UnitCode> supervisors = check.units("/supervisors", body.supervisors());
            String reason = Texts.require("/reason", body.reason(), Texts.REASON);
            if (body.lead() == null) {
                check.errors.add(new FieldError("/lead", "is missing; name the unit that answers for the case"));
            }
            check.done();
            return new RedispatchDecided(lead.getFirst(), helpers, supervisors, reason, context.actor());
        });
    }

    private Mono<Taken> take(
            String id, RequestContext context, BiFunction<BookedCase, UnitCheck, DispatchEvent> decide) {
        CaseId caseId = parse(id);
        Units units = references.active(ReferenceKind.UNITS, CityReferences::units);
        City city = references.active(ReferenceKind.CITY, CityReferences::city);
        var desk = new Desk(context.caller(), city, units);
        return book.find(caseId, state -> state.phase().isUnsolved())
                .filter(desk::decidesAbout)
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound(
                        "there is no case '%s' that this credential decides about".formatted(id))))
                .flatMap(booked -> {
                    var check = new UnitCheck(units, unit -> desk.mayName(booked, unit));
                    return append(caseId, booked.state(), decide.apply(booked, check), context);
                });
    }

    private static CaseId parse(String id) {
        try {
            return new CaseId(id);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("'%s' is no case id".formatted(id));
        }
    }

    private Mono<Taken> append(CaseId caseId, CaseState state, DispatchEvent event, RequestContext context) {
        String name = EventTypes.nameOf(event.getClass());
        if (!state.phase().isUnsolved()) {
            return Mono.error(ProblemException.conflict(
                    "wrong-phase",
                    "the case is '%s'; %s needs one that is accepted and not solved"
                            .formatted(state.phase().code(), name)));
        }
        // The same words after further orders are a new decision.
        EventId eventId = EventId.ofContent(
                caseId,
                name,
                Json.MAPPER.writeValueAsString(event) + state.orders().size());
        return log.append(
                        new EventEnvelope<>(eventId, caseId, log.source(), Instant.now(), context.traceparent(), event))
                .thenReturn(new Taken(eventId, caseId));
    }

    /** Collects which named units are none. */
    private static final class UnitCheck {
        private static final int MOST = 20;

        private final Units known;
        private final Predicate<Unit> withinReach;
        private final Set<UnitCode> named = new HashSet<>();
        private final List<FieldError> errors = new ArrayList<>();

        UnitCheck(Units known, Predicate<Unit> withinReach) {
            this.known = known;
            this.withinReach = withinReach;
        }

        List<UnitCode> units(String pointer, @Nullable List<String> codes) {
            var units = new ArrayList<UnitCode>();
            if (codes != null && codes.size() > MOST) {
                errors.add(
                        new FieldError(pointer, "names %d units; at most %d are asked".formatted(codes.size(), MOST)));
                return units;
            }
            for (String code : codes == null ? List.<String>of() : codes) {
                Unit unit = known.listAll().stream()
                        .filter(it -> it.code().value().equals(code))
                        .findFirst()
                        .orElse(null);
                if (unit == null) {
                    errors.add(new FieldError(pointer, "'%s' is no registered unit".formatted(code)));
                } else if (!named.add(unit.code())) {
                    errors.add(new FieldError(pointer, "'%s' is named twice; a unit has one role".formatted(code)));
                } else if (!withinReach.test(unit)) {
                    errors.add(new FieldError(
                            pointer,
                            "'%s' is a unit of district %s, which this credential may not order"
                                    .formatted(code, unit.district())));
                } else {
                    units.add(unit.code());
                }
            }
            return units;
        }

        void done() {
            if (!errors.isEmpty()) {
                throw ProblemException.invalid(errors);
            }
        }
    }
}
