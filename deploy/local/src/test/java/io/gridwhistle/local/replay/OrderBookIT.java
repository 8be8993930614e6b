package io.gridwhistle.local.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.dispatch.decide.DispatchDecider;
import io.gridwhistle.log.streams.BareStreams;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program in {@code docs/partner}, run as its page says, on a topic that the real dispatch writes meanwhile: killed and
 * started again it has the book that the log has, and so has one that begins anew.
 */
class OrderBookIT {
    private static final int EVENTS = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** It has more orders than most: it is the desk of all posts in the zone where half of the cases are. */
    private static final String UNIT = "dispatch.410100.erqi-tower-task-force";

    private static final String TOPIC = "partner." + UNIT;

    @TempDir
    private Path folder;

    @Test
    void whateverHappensToItItHasTheBookThatTheLogHas() throws Exception {
        var log = new ArrayList<ProducerRecord<String, byte[]>>();
        var documents = new Documents(folder.resolve("city"));
        try (var ground = new ReplayGround(folder)) {
            ground.publish(documents);
            MixedHistory.write(EVENTS, documents, ground.log(), folder, log::add);
            ground.makeRoom("partner", documents.unitsTopics());
            var program = new PartnersProgram(ground.bootstrapServers(), TOPIC, folder.resolve("book.json"));
            log.subList(0, log.size() / 2).forEach(ground::append);
            try (var streams = BareStreams.replay("partner", new DispatchDecider(), ground.log())) {
                program.startReading(3).killAt(20);
                // Of what it wrote last, half a file is there.
                Files.writeString(folder.resolve("book.json.next"), "{\"offs");
                ground.append(new ProducerRecord<>(TOPIC, null, "?", "no order".getBytes(UTF_8)));
                ground.append(somethingOfALaterVersion());
                log.subList(log.size() / 2, log.size()).forEach(ground::append);
                program.startReading(3).killAt(60);
                Awaitility.await().atMost(PATIENCE).until(() -> {
                    streams.requireHealth();
                    return ground.progress("partner") == ground.logEnd();
                });
            }
            long end = ground.lastOffset(TOPIC) + 1;
            Map<String, String> expected = LogBook.of(log).on(UNIT);
            long open = expected.values().stream()
                    .filter(stands -> stands.startsWith("issued") || stands.startsWith("acknowledged"))
                    .count();

            String said = program.startReading(3).endAt(end);

            assertThat(program.book()).isEqualTo(expected).hasSizeGreaterThan(50);
            assertThat(said)
                    .contains("UNREADABLE: passed over " + TOPIC)
                    .contains("NEW: passed over " + TOPIC)
                    .contains("%d of %d orders are open".formatted(open, expected.size()));

            var anew = new PartnersProgram(ground.bootstrapServers(), TOPIC, folder.resolve("anew.json"));
            anew.startReading(500).endAt(end);

            assertThat(folder.resolve("anew.json")).hasSameBinaryContentAs(folder.resolve("book.json"));
        }
    }

    private static ProducerRecord<String, byte[]> somethingOfALaterVersion() {
        return new ProducerRecord<>(
                TOPIC,
                null,
                "?",
                "{\"orderId\": \"?\"}".getBytes(UTF_8),
                List.of(
                        header("ce_specversion", "1.0"),
                        header("ce_id", "later"),
                        header("ce_source", "/dispatch"),
                        header("ce_type", "io.gridwhistle.order-praised.v1")));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(UTF_8));
    }
}
