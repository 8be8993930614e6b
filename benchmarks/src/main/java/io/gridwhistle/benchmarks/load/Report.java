package io.gridwhistle.benchmarks.load;

import io.gridwhistle.events.Acceptance;
import io.gridwhistle.events.Actor;
import io.gridwhistle.events.ActorKind;
import io.gridwhistle.events.Crs;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.EventTypes;
import io.gridwhistle.events.IntakeEvent;
import io.gridwhistle.events.IntakeEvent.CaseAccepted;
import io.gridwhistle.events.IntakeEvent.CaseReported;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.ReportedPlace;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.ChannelCode;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.PlatformId;
import io.gridwhistle.events.kafka.EventCodec;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A report of a class that is accepted by itself, at a point in WGS 84. */
record Report(
        String externalId,
        ChannelCode channel,
        ClassCode classCode,
        String title,
        String description,
        Location location,
        Instant occurredAt) {

    record Location(Crs crs, double lon, double lat) {}

    private static final PlatformId PLATFORM = new PlatformId("demo");
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";

    /** The same thing reported once more, as another case. */
    Report as(String otherExternalId) {
        return new Report(otherExternalId, channel, classCode, title, description, location, occurredAt);
    }

    byte[] json() {
        return Json.MAPPER.writeValueAsBytes(this);
    }

    /** The records that intake makes of it, for another topic. */
    List<ProducerRecord<String, byte[]>> records(String topic) {
        CaseId id = CaseId.of(PLATFORM, externalId);
        var reported = new CaseReported(
                PLATFORM,
                externalId,
                channel,
                classCode,
                null,
                title,
                description,
                new ReportedPlace(location.crs(), location.lon(), location.lat(), null, null, null, null),
                null,
                occurredAt,
                List.of(),
                new Actor(ActorKind.PLATFORM, "demo-platform", null));
        var accepted =
                new CaseAccepted(Acceptance.AUTOMATIC, EventId.of(id, "case-reported"), null, Actor.system("intake"));
        return List.of(record(topic, id, reported), record(topic, id, accepted));
    }

    private static ProducerRecord<String, byte[]> record(String topic, CaseId id, IntakeEvent event) {
        var eventId = EventId.of(id, EventTypes.nameOf(event.getClass()));
        return EventCodec.encode(topic, null, new EventEnvelope<>(eventId, id, "/intake", Instant.now(), TRACE, event));
    }
}
