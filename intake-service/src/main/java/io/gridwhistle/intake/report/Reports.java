package io.gridwhistle.intake.report;

import io.gridwhistle.city.City;
import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.events.Acceptance;
import io.gridwhistle.events.Actor;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.IntakeEvent.CaseAccepted;
import io.gridwhistle.events.IntakeEvent.CaseReported;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.DistrictCode;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.PlatformId;
import io.gridwhistle.events.kafka.EventCodec;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.intake.contact.Contacts;
import io.gridwhistle.log.CaseLog;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.log.web.ProblemException;
import io.gridwhistle.log.web.RequestContext;
import java.time.Instant;
import java.util.ArrayList;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes reports: checks them and appends them, with their acceptance where the class accepts by itself. */
@Component
final class Reports {
    private final References references;
    private final CaseLog log;
    private final Contacts contacts;

    Reports(References references, CaseLog log, Contacts contacts) {
        this.references = references;
        this.contacts = contacts;
        this.log = log;
        references.expect(ReferenceKind.GRID_SET, GridSet::read);
    }

    /** Done when the log has the report; the database is not asked. Errors: a problem that says what is wrong. */
    Mono<ReportAnswer> take(ReportRequest request, RequestContext context) {
        return Mono.defer(() -> {
            PlatformId platform = context.caller().platform();
            if (platform == null) {
                throw ProblemException.forbidden("reports are filed under the platform of a credential; this has none");
            }
            requireWholeCity();
            City city = references.active(ReferenceKind.CITY, CityReferences::city);
            GridSet gridSet = references.active(ReferenceKind.GRID_SET, GridSet::read);
            Report report = ReportCheck.check(request, city, gridSet);
            CaseId id = CaseId.of(platform, report.externalId());
            return log.send(records(id, platform, report, context))
                    .thenReturn(ReportAnswer.of(id, report.externalId()));
        });
    }

    /** What is taken in must be able to go its way: routed, and timed. */
    private void requireWholeCity() {
        for (ReferenceKind kind : ReferenceKind.values()) {
            if (references.findActive(kind).isEmpty()) {
                throw ProblemException.unavailable(
                        "city-not-ready", "no %s is in force yet".formatted(kind.code()), null);
            }
        }
    }

    private ArrayList<ProducerRecord<String, byte[]>> records(
            CaseId id, PlatformId platform, Report report, RequestContext context) {
        var records = new ArrayList<ProducerRecord<String, byte[]>>();
        if (report.reporter() != null) {
            records.addAll(contacts.records(id, report.reporter()));
        }
        // Of what was posted alone: the same words after a change of boundaries are the same report.
        EventId reported = EventId.ofContent(
                id, "case-reported", Json.MAPPER.writeValueAsString(event(platform, report, null, context)));
        records.add(record(id, reported, context, event(platform, report, report.district(), context)));
        if (report.caseClass().acceptance() == Acceptance.AUTOMATIC) {
            records.add(record(
                    id,
                    EventId.ofContent(id, "case-accepted", reported.value()),
                    context,
                    new CaseAccepted(Acceptance.AUTOMATIC, reported, null, Actor.system("intake"))));
        }
        return records;
    }

    private static CaseReported event(
            PlatformId platform, Report report, @Nullable DistrictCode district, RequestContext context) {
        return new CaseReported(
                platform,
                report.externalId(),
                report.channel(),
                report.caseClass().code(),
                report.severity(),
                report.title(),
                report.description(),
                report.place(),
                district,
                report.occurredAt(),
                report.attachments(),
                context.actor());
    }

    private ProducerRecord<String, byte[]> record(
            CaseId id, EventId eventId, RequestContext context, io.gridwhistle.events.CaseEvent event) {
        return EventCodec.encode(
                Topics.CASE_LOG,
                null,
                new EventEnvelope<>(eventId, id, log.source(), Instant.now(), context.traceparent(), event));
    }
}
