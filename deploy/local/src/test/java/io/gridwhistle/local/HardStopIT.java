package io.gridwhistle.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every part a process of its own, all of them killed in the middle of traffic, and started again. */
class HardStopIT {
    private static final int BEFORE_THE_CRASH = 150;

    @Test
    void whatWasAnsweredIsThereOnce(@TempDir Path state) throws Exception {
        Set<String> answered = ConcurrentHashMap.newKeySet();
        try (var city = new TestCity(state, TestCity.demoFolder(state), 1, true).start()) {
            report(city, answered, () -> city.running().killAll());
            assertThat(answered).hasSizeGreaterThanOrEqualTo(BEFORE_THE_CRASH);

            city.running().restartAll();

            String after = TestCity.await(
                            () -> city.platform.post("/api/v1/cases", TestCity.complaint("after-the-crash")),
                            CityApi.Answer::isOk)
                    .body()
                    .path("id")
                    .asString();
            city.awaitTimeline(after, "case-dispatched");
            String ids = answered.stream().map("'%s'"::formatted).collect(Collectors.joining(","));
            TestCity.await(
                    () -> city.sql(
                            "select count(*)::text from intake.case_register where status = 'dispatched' and case_id in (%s)"
                                    .formatted(ids)),
                    found -> found.equals(List.of(Integer.toString(answered.size()))));
            assertThat(city.sql(
                            "select case_id from intake.case_timeline where name = 'case-reported' and case_id in (%s) group by 1 having count(*) <> 1"
                                    .formatted(ids)))
                    .isEmpty();
            assertThat(city.sql(
                            "select case_id from dispatch.order_book where case_id in (%s) and role = 'lead' group by 1 having count(*) <> 1"
                                    .formatted(ids)))
                    .isEmpty();
        }
    }

    /** Posts from several hands until the door is gone; in the middle of it, something happens. */
    private static void report(TestCity city, Set<String> answered, Runnable crash) throws Exception {
        var number = new AtomicInteger();
        try (var hands = Executors.newFixedThreadPool(4)) {
            var posting = new ArrayList<java.util.concurrent.Future<?>>();
            for (int i = 0; i < 4; i++) {
                posting.add(hands.submit(() -> {
                    while (true) {
                        try {
                            var answer = city.platform.post(
                                    "/api/v1/cases", TestCity.complaint("hard-" + number.incrementAndGet()));
                            if (answer.status() == 202) {
                                answered.add(answer.body().path("id").asString());
                            }
                        } catch (java.io.UncheckedIOException gone) {
                            return;
                        }
                    }
                }));
            }
            TestCity.await(answered::size, size -> size >= BEFORE_THE_CRASH);
            crash.run();
            for (var hand : posting) {
                hand.get();
            }
        }
    }
}
