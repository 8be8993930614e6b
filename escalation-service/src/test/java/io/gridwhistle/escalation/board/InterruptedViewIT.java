package io.gridwhistle.escalation.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import io.gridwhistle.escalation.clock.Events;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.id.CaseId;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.id.PlatformId;
import io.gridwhistle.log.BareLog;
import io.gridwhistle.log.view.Logged;
import io.gridwhistle.log.view.Projection;
import io.gridwhistle.log.view.UnreadableRecords;
import io.gridwhistle.log.view.View;
import io.gridwhistle.servers.TestGround;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** A view that is made of a log of 100 events, ten at a time, and stopped in the middle. */
class InterruptedViewIT {
    private static final int EVENTS = 100;
    private static final CaseId CASE = CaseId.of(new PlatformId("zhenghaopai"), "interrupted");

    @TempDir
    private Path stateFolder;

    private final AtomicInteger read = new AtomicInteger();
    private final AtomicInteger news = new AtomicInteger();

    /** Takes so many events, and no more. */
    private final class Counting implements View {
        private final int most;
        private List<Logged> batch = List.of();

        private Counting(int most) {
            this.most = most;
        }

        @Override
        public String name() {
            return "sla-board";
        }

        @Override
        public Mono<Void> apply(List<Logged> events) {
            batch = events;
            return read.get() < most ? Mono.empty() : Mono.error(new IllegalStateException("stopped in the middle"));
        }

        @Override
        public void written(Predicate<Logged> isNews) {
            read.addAndGet(batch.size());
            news.addAndGet((int) batch.stream().filter(isNews).count());
        }
    }

    @Test
    void whatStoodInTheLogBeforeIsNoNewsAfterARestartEither() {
        TestGround ground = TestGround.get();
        ground.createDatabase("interrupted_view");
        Flyway.configure()
                .dataSource(ground.jdbcUrl("interrupted_view"), ground.user(), ground.password())
                .locations("classpath:db/escalation")
                .load()
                .migrate();
        var connections = ConnectionFactories.get("r2dbc:postgresql://%s:%s@%s/interrupted_view"
                .formatted(ground.user(), ground.password(), ground.databaseAddress()));
        try (var log = new BareLog(ground.bootstrapServers(), "interrupted-view", stateFolder)) {
            log.topics().ensureLog();
            append(log, 0, EVENTS);

            Projection first = projection(log, connections, new Counting(30));
            first.start();
            await().atMost(Duration.ofSeconds(60)).until(() -> read.get() >= 30);
            first.stop();
            assertThat(read.get()).isLessThan(EVENTS);

            Projection second = projection(log, connections, new Counting(Integer.MAX_VALUE));
            second.start();
            await().atMost(Duration.ofSeconds(60)).until(() -> read.get() >= EVENTS);
            assertThat(news).hasValue(0);

            append(log, EVENTS, EVENTS + 7);
            await().atMost(Duration.ofSeconds(60)).until(() -> read.get() >= EVENTS + 7);
            assertThat(news).hasValue(7);
            second.stop();
        }
    }

    private static void append(BareLog log, int from, int to) {
        for (int i = from; i < to; i++) {
            var event = Events.of("supplemented", Instant.EPOCH);
            log.log()
                    .append(new EventEnvelope<>(
                            EventId.of(CASE, "interrupted", i), CASE, "/test", Instant.EPOCH, null, event))
                    .block();
        }
    }

    private static Projection projection(BareLog log, ConnectionFactory connections, View view) {
        var properties = new HashMap<>(log.kafka());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 10);
        return new Projection(
                view,
                new DefaultKafkaConsumerFactory<>(properties, new StringDeserializer(), new ByteArrayDeserializer()),
                DatabaseClient.create(connections),
                TransactionalOperator.create(new R2dbcTransactionManager(connections)),
                mock(UnreadableRecords.class),
                log.meters(),
                "interrupted-view");
    }
}
