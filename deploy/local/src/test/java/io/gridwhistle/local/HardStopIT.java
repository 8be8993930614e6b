package io.gridwhistle.local;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.gridwhistle.events.CaseEvent;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.EventTypes;
import io.gridwhistle.events.IntakeEvent.CaseReported;
import io.gridwhistle.events.LogEvent;
import io.gridwhistle.events.OrderMessage;
import io.gridwhistle.events.kafka.EventCodec;
import io.gridwhistle.events.kafka.Topics;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every part a process of its own, all of them killed in the middle of traffic, and started again. */
class HardStopIT {
    private static final int BEFORE_THE_CRASH = 150;
    /** 20 minutes to respond become 3 seconds: clocks run out before the crash, during it, and after. */
    private static final double SPEED = 400;

    @Test
    void whatWasAnsweredIsThereOnce(@TempDir Path state) throws Exception {
        Set<String> answered = ConcurrentHashMap.newKeySet();
        try (var city =
                TestCity.ofProcesses(state, TestCity.demoFolder(state), SPEED).start()) {
            report(city, answered, () -> city.running().killAll());
            assertThat(answered).hasSizeGreaterThanOrEqualTo(BEFORE_THE_CRASH);

            city.running().restartAll();

            String ids = answered.stream().map("'%s'"::formatted).collect(joining(","));
            // Nobody answers, so each case's first order runs out, whether it was issued before the crash or after.
            var all = List.of(Integer.toString(answered.size()));
            TestCity.await(() -> breaches(city, "case_id in (%s)".formatted(ids)), all::equals);
            assertThat(city.sql(
                            "select count(*)::text from intake.case_register where status = 'dispatched' and case_id in (%s)"
                                    .formatted(ids)))
                    .isEqualTo(all);
            assertThat(twice(caseEvents(city, event -> true, HardStopIT::name))).isEmpty();
            assertThat(caseEvents(
                            city,
                            CaseReported.class::isInstance,
                            envelope -> envelope.requireCaseId().value()))
                    .as("a case once each")
                    .doesNotHaveDuplicates()
                    .containsAll(answered);
            assertThat(twice(orderMessages(city))).isEmpty();
        }
    }

    private static List<String> breaches(TestCity city, String condition) {
        return city.sql(
                "select count(*)::text from escalation.sla_board where clock = 'acknowledge.' || case_id || '-1' and breached_at is not null and "
                        + condition);
    }

    /** Posts from several hands until the door is gone; once clocks have run out as well, something happens. */
    private static void report(TestCity city, Set<String> answered, Runnable crash) throws Exception {
        var number = new AtomicInteger();
        try (var hands = Executors.newFixedThreadPool(2)) {
            var posting = new ArrayList<Future<?>>();
            for (int i = 0; i < 2; i++) {
                posting.add(hands.submit(() -> {
                    while (true) {
                        try {
                            var answer = city.platform.post(
                                    "/api/v1/cases", TestCity.complaint("hard-" + number.incrementAndGet()));
                            if (answer.status() == 202) {
                                answered.add(answer.body().path("id").asString());
                            }
                        } catch (UncheckedIOException gone) {
                            return;
                        }
                    }
                }));
            }
            TestCity.await(answered::size, size -> size >= BEFORE_THE_CRASH);
            TestCity.await(() -> breaches(city, "true"), found -> !found.equals(List.of("0")));
            crash.run();
            for (var hand : posting) {
                hand.get();
            }
        }
    }

    private static List<String> caseEvents(
            TestCity city, Predicate<CaseEvent> which, Function<EventEnvelope<?>, String> told) {
        return city.readAll(Topics.CASE_LOG).stream()
                .map(record -> EventCodec.decode(record.headers(), record.value(), LogEvent.class))
                .filter(envelope -> envelope.event() instanceof CaseEvent event && which.test(event))
                .<String>map(told::apply)
                .toList();
    }

    private static List<String> orderMessages(TestCity city) {
        return city.topics().stream()
                .filter(topic -> topic.startsWith("dispatch."))
                .flatMap(topic -> city.readAll(topic).stream())
                .map(record -> name(EventCodec.decode(record.headers(), record.value(), OrderMessage.class)))
                .toList();
    }

    private static String name(EventEnvelope<?> envelope) {
        return EventTypes.nameOf(envelope.event().getClass()) + " "
                + envelope.id().value();
    }

    private static Set<String> twice(List<String> names) {
        var counts = names.stream().collect(groupingBy(identity(), counting()));
        counts.values().removeIf(count -> count == 1);
        return counts.keySet();
    }
}
