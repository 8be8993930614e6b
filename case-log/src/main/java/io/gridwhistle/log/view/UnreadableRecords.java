package io.gridwhistle.log.view;

import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.events.kafka.UnreadableRecordException;
import io.gridwhistle.log.CaseLog;
import io.gridwhistle.log.LogMeters;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where records go that nobody can read: to {@code case-log.dlt}, as they were, with the cause in headers.
 *
 * <p>Every service meets them; one (intake, whose register passes every record) parks them, the others pass over them.
 */
public final class UnreadableRecords {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadableRecords.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CaseLog log;
    private final LogMeters meters;
    private final boolean parks;

    public UnreadableRecords(CaseLog log, LogMeters meters, boolean parks) {
        this.log = log;
        this.meters = meters;
        this.parks = parks;
    }

    void park(ConsumerRecord<String, byte[]> record, UnreadableRecordException cause) {
        String place = "%s-%d@%d".formatted(record.topic(), record.partition(), record.offset());
        if (!parks) {
            meters.passedOver();
            LOG.warn("passed over {}: {}", place, cause.getMessage());
            return;
        }
        meters.deadLetter();
        LOG.error("parked {}: {}", place, cause.getMessage());
        // The place as key: parked again after a crash, it is the same letter.
        var letter = new ProducerRecord<>(Topics.DEAD_LETTERS, null, null, place, record.value(), record.headers());
        letter.headers().add("dlt-cause", String.valueOf(cause.getMessage()).getBytes(StandardCharsets.UTF_8));
        letter.headers().add("dlt-place", place.getBytes(StandardCharsets.UTF_8));
        log.send(List.of(letter)).block(PATIENCE);
    }
}
