package io.gridwhistle.intake.desk;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.events.Acceptance;
import io.gridwhistle.events.Attachment;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.EventTypes;
import io.gridwhistle.events.IntakeEvent;
import io.gridwhistle.events.IntakeEvent.CaseAccepted;
import io.gridwhistle.events.IntakeEvent.CaseDeclined;
import io.gridwhistle.events.IntakeEvent.CaseSupplemented;
import io.gridwhistle.events.IntakeEvent.CaseVoided;
import io.gridwhistle.events.IntakeEvent.CaseWithdrawn;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.intake.register.Register;
import io.gridwhistle.intake.report.Correction;
import io.gridwhistle.intake.report.ReportRequest;
import io.gridwhistle.lifecycle.Phase;
import io.gridwhistle.log.CaseLog;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.log.web.CallerRole;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.RequestContext;
import io.gridwhistle.log.web.Texts;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Commands on a case that is there. The check here only saves the caller a wrong way; the log has the last word. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
@ResponseStatus(HttpStatus.ACCEPTED)
final class DeskController {
    private static final int CODE = 64;

    record Supplement(
            @Nullable String text,
            ReportRequest.@Nullable Location location,
            @Nullable String classCode,
            @JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<Attachment> attachments) {}

    record Reason(@Nullable String reasonCode, @Nullable String reason) {}

    record Note(@Nullable String note) {}

    /** What was taken down: the event and its case. */
    record Taken(EventId event, CaseId id) {}

    private final Register register;
    private final References references;
    private final CaseLog log;

    DeskController(Register register, References references, CaseLog log) {
        this.register = register;
        this.references = references;
        this.log = log;
    }

    @PostMapping("/supplements")
    Mono<Taken> supplement(@PathVariable String id, @RequestBody Supplement body, RequestContext context) {
        String text = Texts.require("/text", body.text(), Texts.STORY);
        List<Attachment> attachments = Texts.attachments("/attachments", body.attachments());
        Correction correction = correction(body, context);
        // Of what was posted alone: the same words after a change of boundaries are the same.
        var said = new CaseSupplemented(
                text, correction.place(), null, correction.classCode(), attachments, context.actor());
        return take(id, context, phase -> true, said, it -> it.in(correction.district()));
    }

    private Correction correction(Supplement body, RequestContext context) {
        if (body.location() == null && body.classCode() == null) {
            return Correction.NONE;
        }
        if (context.caller().unit() != null && !context.caller().is(CallerRole.OPERATOR)) {
            throw ProblemException.forbidden(
                    "the platform or a desk corrects place and class; a unit returns the order and says why");
        }
        return Correction.check(
                body.location(),
                body.classCode(),
                references.active(ReferenceKind.CITY, CityReferences::city),
                references.active(ReferenceKind.GRID_SET, GridSet::read));
    }

    @PostMapping("/withdrawal")
    Mono<Taken> withdraw(@PathVariable String id, @RequestBody Reason body, RequestContext context) {
        return take(
                id,
                context,
                Phase::isOpen,
                new CaseWithdrawn(Texts.require("/reason", body.reason(), Texts.REASON), context.actor()));
    }

    @PostMapping("/voiding")
    Mono<Taken> makeVoid(@PathVariable String id, @RequestBody Reason body, RequestContext context) {
        return take(
                id,
                context,
                Phase::isOpen,
                new CaseVoided(Texts.require("/reason", body.reason(), Texts.REASON), context.actor()));
    }

    @PostMapping("/acceptance")
    Mono<Taken> accept(
            @PathVariable String id, @RequestBody(required = false) @Nullable Note body, RequestContext context) {
        return take(
                id,
                context,
                phase -> phase == Phase.REPORTED,
                new CaseAccepted(
                        Acceptance.DESK,
                        null,
                        Texts.optional("/note", body == null ? null : body.note(), Texts.REASON),
                        context.actor()));
    }

    @PostMapping("/decline")
    Mono<Taken> decline(@PathVariable String id, @RequestBody Reason body, RequestContext context) {
        String code = Texts.require("/reasonCode", body.reasonCode(), CODE);
        return take(
                id,
                context,
                phase -> phase == Phase.REPORTED,
                new CaseDeclined(code, Texts.require("/reason", body.reason(), Texts.REASON), context.actor()));
    }

    private Mono<Taken> take(String id, RequestContext context, Predicate<Phase> takes, IntakeEvent event) {
        return take(id, context, takes, event, it -> it);
    }

    /** The event's id comes of what was {@code said}; {@code more} is what we know beside it. */
    private <E extends IntakeEvent> Mono<Taken> take(
            String id, RequestContext context, Predicate<Phase> takes, E said, UnaryOperator<E> more) {
        CaseId caseId;
        try {
            caseId = new CaseId(id);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("'%s' is no case id".formatted(id));
        }
        String name = EventTypes.nameOf(said.getClass());
        EventId eventId = EventId.ofContent(caseId, name, Json.MAPPER.writeValueAsString(said));
        IntakeEvent event = more.apply(said);
        return register.findPhase(caseId, context.caller(), takes)
                .switchIfEmpty(Mono.error(() -> ProblemException.notFound("there is no case '%s'".formatted(id))))
                .flatMap(phase -> takes.test(phase)
                        ? log.append(new EventEnvelope<>(
                                eventId, caseId, log.source(), Instant.now(), context.traceparent(), event))
                        : Mono.error(ProblemException.conflict(
                                "wrong-phase",
                                "the case is '%s'; %s needs it to be %s"
                                        .formatted(
                                                phase.code(),
                                                name,
                                                Arrays.stream(Phase.values())
                                                        .filter(takes)
                                                        .map(Phase::code)
                                                        .toList()))))
                .thenReturn(new Taken(eventId, caseId));
    }
}
