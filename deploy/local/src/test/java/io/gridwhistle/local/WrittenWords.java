package io.gridwhistle.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.events.OrderMessage;
import io.gridwhistle.events.kafka.EventCodec;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.log.PublishedSchema;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A name and a telephone number wherever somebody may write them, and where they stand in the end. */
final class WrittenWords {
    private static final String REPORTER = "李某 13900139000";
    private static final String WRITTEN = "王某 13800138000";
    private static final String ADDRESS = "人民路 7 号";

    private static final String EVALUATIONS_MEMORY = "gridwhistle-evaluation-cases-changelog";

    private final TestCity city;
    private final String desk;

    WrittenWords(TestCity city, String desk) {
        this.city = city;
        this.desk = desk;
    }

    /** A case whose petitioner, whose unit and whose operator write all they can. */
    void write() {
        var report = new HashMap<>(TestCity.complaint("words"));
        report.put("title", WRITTEN);
        report.put("description", WRITTEN);
        report.put("reporter", Map.of("name", REPORTER, "phone", "13900139000"));
        report.put("location", Map.of("building", "asia-mall", "floor", "3", "address", ADDRESS));
        String id = city.report(report);
        String cases = "/api/v1/cases/" + id;
        accepted(city.platform.post(cases + "/supplements", Map.of("text", WRITTEN)));
        String order =
                "/api/v1/orders/" + city.awaitOrder(id, "lead").path("id").asString();
        accepted(city.unit(desk).post(order + "/acknowledgement", Map.of("note", WRITTEN)));
        accepted(city.unit(desk).post(order + "/return", Map.of("reasonCode", "not-our-duty", "note", WRITTEN)));
        city.awaitTimeline(id, "order-returned");
        accepted(city.operator.post(cases + "/redispatch", Map.of("lead", desk, "reason", WRITTEN)));
        String decided = TestCity.await(
                () -> "/api/v1/orders/" + city.awaitOrder(id, "lead").path("id").asString(),
                next -> !next.equals(order)
                        && city.read(next).path("cause").asString().equals("decided"));
        accepted(city.unit(desk).post(decided + "/feedback", Map.of("result", WRITTEN)));
        city.awaitOrder(id, "verifier");
        accepted(city.operator.post(cases + "/verification", Map.of("passed", true, "note", WRITTEN)));
        city.awaitTimeline(id, "case-closed");
        accepted(city.platform.post(cases + "/satisfaction", Map.of("score", 1, "resolved", false, "note", WRITTEN)));
        accepted(city.platform.post(cases + "/reopening", Map.of("reason", WRITTEN)));
        city.awaitTimeline(id, "case-reopened");
        city.awaitOrder(id, "lead");
    }

    /** On all topics there are, those included in which deciders keep what they remember. */
    void verify() {
        List<ConsumerRecord<String, byte[]>> records =
                city.readAll(city.topics().toArray(String[]::new));

        assertThat(topicsWith(REPORTER, records)).containsExactly(Topics.REPORTER_CONTACTS);
        // Evaluation remembers the result, with which it answers the case's followers too.
        assertThat(topicsWith(WRITTEN, records)).containsExactly(Topics.CASE_LOG, EVALUATIONS_MEMORY);
        assertThat(topicsWith(ADDRESS, records))
                .contains(Topics.CASE_LOG)
                .noneMatch(topic -> topic.startsWith(Topics.DISPATCH_PREFIX));
        var orders = records.stream()
                .filter(record -> record.topic().startsWith(Topics.DISPATCH_PREFIX))
                .toList();
        assertThat(orders).isNotEmpty().allSatisfy(record -> {
            var message = EventCodec.decode(record.headers(), record.value(), OrderMessage.class)
                    .event();
            assertThat(PublishedSchema.errors(message.getClass(), record.value()))
                    .isEmpty();
        });
    }

    private static TreeSet<String> topicsWith(String words, List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .filter(record -> record.value() != null && new String(record.value(), UTF_8).contains(words))
                .map(ConsumerRecord::topic)
                .collect(toCollection(TreeSet::new));
    }

    private static void accepted(CityApi.Answer answer) {
        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(202);
    }
}
