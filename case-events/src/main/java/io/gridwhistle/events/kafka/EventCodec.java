package io.gridwhistle.events.kafka;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.EventTypes;
import io.gridwhistle.events.Json;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Events as Kafka records and back: CloudEvents 1.0 in binary mode, the payload as JSON. */
public final class EventCodec {
    private static final String TRACEPARENT = "traceparent";

    private EventCodec() {}

    /** A record for this topic, keyed by the event's case; {@code partition} only where every partition is addressed. */
    public static ProducerRecord<String, byte[]> encode(
            String topic, @Nullable Integer partition, EventEnvelope<?> envelope) {
        var builder = CloudEventBuilder.v1()
                .withId(envelope.id().value())
                .withSource(URI.create(envelope.source()))
                .withType(EventTypes.typeOf(envelope.event().getClass()))
                .withTime(envelope.time().atOffset(ZoneOffset.UTC))
                .withData("application/json", Json.MAPPER.writeValueAsBytes(envelope.event()));
        String key = null;
        if (envelope.caseId() != null) {
            key = envelope.caseId().value();
            builder.withSubject(key);
        }
        if (envelope.traceparent() != null) {
            builder.withExtension(TRACEPARENT, envelope.traceparent());
        }
        return KafkaMessageFactory.<String>createWriter(topic, partition, null, key)
                .writeBinary(builder.build());
    }

    /**
     * The event that a record carries.
     *
     * @param type what is expected: an event class, or one of the sealed interfaces above it
     * @throws UnreadableRecordException with the cause, where the record is not such an event
     */
    public static <E> EventEnvelope<E> decode(Headers headers, byte @Nullable [] value, Class<E> type) {
        try {
            CloudEvent event = KafkaMessageFactory.createReader(headers, value).toEvent();
            Class<?> found = EventTypes.findByType(event.getType())
                    .filter(type::isAssignableFrom)
                    .orElseThrow(() -> new UnreadableRecordException(
                            "ce_type '%s' is no %s".formatted(event.getType(), type.getSimpleName()), null));
            CloudEventData data = event.getData();
            if (data == null) {
                throw new UnreadableRecordException("the record has no payload", null);
            }
            // A null that no decider expects is refused here, where it costs one record, and not there, where it stops
            // a partition.
            E payload = type.cast(Json.READER.readValue(data.toBytes(), found));
            if (payload == null) {
                throw new UnreadableRecordException("the payload is null", null);
            }
            OffsetDateTime time = event.getTime();
            String subject = event.getSubject();
            if (subject == null && payload instanceof CaseEvent) {
                throw new UnreadableRecordException("ce_subject is missing: the event has no case", null);
            }
            Object traceparent = event.getExtension(TRACEPARENT);
            return new EventEnvelope<>(
                    new EventId(event.getId()),
                    subject == null ? null : new CaseId(subject),
                    event.getSource().toString(),
                    time == null ? Instant.EPOCH : time.toInstant(),
                    traceparent == null ? null : traceparent.toString(),
                    payload);
        } catch (UnreadableRecordException e) {
            throw e;
        } catch (JacksonException
                | IllegalArgumentException
                | IllegalStateException
                | io.cloudevents.rw.CloudEventRWException e) {
            throw new UnreadableRecordException(String.valueOf(e.getMessage()), e);
        }
    }
}
