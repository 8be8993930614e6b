package io.gridwhistle.events.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.gridwhistle.events.Actor;
import io.gridwhistle.events.ControlEvent.Tick;
import io.gridwhistle.events.EscalationEvent.SlaBreached;
import io.gridwhistle.events.EvaluationEvent.CaseClosed;
import io.gridwhistle.events.EvaluationEvent.SharedAnswer;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.IntakeEvent.CaseLinked;
import io.gridwhistle.events.IntakeEvent.CaseUnlinked;
import io.gridwhistle.events.IntakeEvent.FollowerJoined;
import io.gridwhistle.events.LogEvent;
import io.gridwhistle.events.OrderMessage;
import io.gridwhistle.events.Samples;
import io.gridwhistle.events.id.EventId;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {

    static List<EventEnvelope<Object>> samples() {
        return Samples.listEnvelopes();
    }

    @Test
    void writes_cloudevents_in_binary_mode_keyed_by_case() {
        ProducerRecord<String, byte[]> record = encode(new CaseClosed(1));

        assertThat(record.topic()).isEqualTo("case-log");
        assertThat(record.partition()).isNull();
        assertThat(record.key()).isEqualTo(Samples.CASE.value());
        assertThat(record.value()).asString(UTF_8).isEqualTo("{\"round\":1}");
        assertThat(Golden.print(record.headers())).isEqualTo("""
                ce_id: <case>.case-closed.1
                ce_source: /evaluation
                ce_specversion: 1.0
                ce_subject: <case>
                ce_time: 2026-05-01T02:12:05.25Z
                ce_traceparent: 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01
                ce_type: io.gridwhistle.case-closed.v1
                content-type: application/json
                """.replace("<case>", Samples.CASE.value()));
    }

    @Test
    void a_control_event_has_no_key_and_is_addressed_by_partition() {
        var record = EventCodec.encode(Topics.CASE_LOG, 3, Samples.envelope(Samples.get(Tick.class)));

        assertThat(record.key()).isNull();
        assertThat(record.partition()).isEqualTo(3);
        assertThat(record.headers().lastHeader("ce_subject")).isNull();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void reads_what_it_writes(EventEnvelope<?> sample) {
        var record = EventCodec.encode(Topics.CASE_LOG, null, sample);

        assertThat(EventCodec.decode(asReceived(record.headers()), record.value(), Object.class))
                .isEqualTo(sample);
    }

    @Test
    void what_was_added_within_the_version_is_written_and_read() {
        var shared = new CaseClosed(2, new SharedAnswer(Samples.FIRST, 1, "已修复"));
        var instead = new CaseLinked(
                Samples.FIRST, 1, EventId.of(Samples.FIRST, "case-unlinked", 1), "", Actor.system("dispatch"));
        var joined = new FollowerJoined(
                Samples.FIRST, 1, EventId.of(Samples.FIRST, "case-unlinked", 1), Actor.system("dispatch"));
        var released = new CaseUnlinked(Samples.FIRST, 1, "", Actor.system("dispatch"));

        assertThat(encode(shared).value())
                .asString(UTF_8)
                .isEqualTo("{\"round\":2,\"with\":{\"first\":\"%s\",\"link\":1,\"result\":\"已修复\"}}"
                        .formatted(Samples.FIRST));
        for (LogEvent event : List.of(shared, instead, released, joined)) {
            assertThat(decode(encode(event).headers(), new String(encode(event).value(), UTF_8))
                            .event())
                    .isEqualTo(event);
        }
    }

    @Test
    void an_event_outside_any_trace_comes_back_without_one() {
        var sample = Samples.envelope(new CaseClosed(1));
        var untraced =
                new EventEnvelope<>(sample.id(), sample.caseId(), sample.source(), sample.time(), null, sample.event());
        var record = EventCodec.encode(Topics.CASE_LOG, null, untraced);

        assertThat(EventCodec.decode(record.headers(), record.value(), LogEvent.class))
                .isEqualTo(untraced);
    }

    @Test
    void a_field_that_a_later_version_added_is_passed_over() {
        assertThat(decode(encode(new CaseClosed(1)).headers(), "{\"round\":1,\"closedBy\":{\"kind\":\"robot\"}}"))
                .isEqualTo(Samples.envelope(new CaseClosed(1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', nullValues = "absent", textBlock = """
            ce_specversion | absent                           | Could not parse
            ce_type        | absent                           | 'type' cannot be null
            ce_type        | io.gridwhistle.case-eaten.v1     | ce_type 'io.gridwhistle.case-eaten.v1' is no LogEvent
            ce_type        | io.gridwhistle.case-closed.v9    | ce_type 'io.gridwhistle.case-closed.v9' is no LogEvent
            ce_type        | io.gridwhistle.order-issued.v1   | ce_type 'io.gridwhistle.order-issued.v1' is no LogEvent
            ce_id          | absent                           | 'id' cannot be null
            ce_id          | 井盖                              | event id: '井盖' does not match
            ce_source      | absent                           | 'source' cannot be null
            ce_time        | yesterday                        | yesterday
            ce_subject     | ZZ-2026-000001                   | case id: 'ZZ-2026-000001' does not match
            ce_subject     | absent                           | ce_subject is missing
            """)
    void headers_that_cannot_be_read(String header, @Nullable String value, String complaint) {
        Headers headers = asReceived(encode(new CaseClosed(1)).headers()).remove(header);
        if (value != null) {
            headers.add(header, value.getBytes(UTF_8));
        }

        assertUnreadable(headers, "{\"round\":1}", complaint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', nullValues = "absent", textBlock = """
            absent                                                               | no payload
            null                                                                 | payload is null
            {"clock":                                                            | end-of-input
            []                                                                   | SlaBreached
            {"clock":"handle","deadline":"2026-05-01T10:12:05Z","orderId":"17"}  | order id: '17' does not match
            {"clock":"handle","deadline":"tomorrow"}                             | tomorrow
            {"clock":"lunch","deadline":"2026-05-01T10:12:05Z"}                  | lunch
            {"deadline":"2026-05-01T10:12:05Z"}                                  | clock
            {"clock":null,"deadline":"2026-05-01T10:12:05Z"}                     | clock
            """)
    void payloads_that_cannot_be_read(@Nullable String payload, String complaint) {
        assertUnreadable(encode(Samples.get(SlaBreached.class)).headers(), payload, complaint);
    }

    @Test
    void what_may_be_missing_may_be_missing() {
        var breached = Samples.get(SlaBreached.class);
        var headers = encode(breached).headers();

        assertThat(decode(headers, "{\"clock\":\"handle\",\"deadline\":\"2026-05-01T10:12:05.250Z\"}")
                        .event())
                .isEqualTo(new SlaBreached(breached.clock(), null, breached.deadline()));
        assertThat(decode(headers, "{\"clock\":\"handle\",\"orderId\":null,\"deadline\":\"2026-05-01T10:12:05.250Z\"}")
                        .event())
                .isEqualTo(new SlaBreached(breached.clock(), null, breached.deadline()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"round\":null}", "{\"round\":\"first\"}"})
    void a_number_that_is_missing_is_not_zero(String payload) {
        assertUnreadable(encode(new CaseClosed(1)).headers(), payload, "round");
    }

    @Test
    void an_order_message_is_not_looked_for_on_the_case_log() {
        assertThatExceptionOfType(UnreadableRecordException.class)
                .isThrownBy(
                        () -> EventCodec.decode(encode(new CaseClosed(1)).headers(), new byte[0], OrderMessage.class))
                .withMessage("ce_type 'io.gridwhistle.case-closed.v1' is no OrderMessage");
    }

    private static ProducerRecord<String, byte[]> encode(LogEvent event) {
        return EventCodec.encode(Topics.CASE_LOG, null, Samples.envelope(event));
    }

    private static EventEnvelope<LogEvent> decode(Headers headers, @Nullable String payload) {
        return EventCodec.decode(headers, payload == null ? null : payload.getBytes(UTF_8), LogEvent.class);
    }

    private static void assertUnreadable(Headers headers, @Nullable String payload, String complaint) {
        assertThatExceptionOfType(UnreadableRecordException.class)
                .isThrownBy(() -> decode(headers, payload))
                .withMessageContaining(complaint);
    }

    /** A copy, as a consumer has it: what a producer hands over is read-only once it was sent. */
    private static Headers asReceived(Headers headers) {
        return new RecordHeaders(
                StreamSupport.stream(headers.spliterator(), false).toList());
    }
}
