package io.gridwhistle.log.view;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Rows of a view, counted by groups from time to time, as a gauge each.
 *
 * <p>Every instance of a service counts the same rows. While they cannot be counted there is no gauge rather than an old one.
 */
public final class CountedRows implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CountedRows.class);
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final DatabaseClient db;
    private final String sql;
    private final List<String> tags;
    private final MultiGauge gauge;
    private volatile @Nullable Disposable counting;

    /** @param sql selects the tags' values in columns of their names, and {@code count} */
    public CountedRows(
            MeterRegistry registry,
            DatabaseClient db,
            String meter,
            String description,
            List<String> tags,
            String sql) {
        this.db = db;
        this.sql = sql;
        this.tags = tags;
        this.gauge = MultiGauge.builder(meter).description(description).register(registry);
    }

    @Override
    public void start() {
        counting = Flux.interval(Duration.ZERO, EVERY)
                .onBackpressureDrop()
                .concatMap(turn -> count(), 1)
                .subscribe();
    }

    /** Counts once. */
    Mono<Void> count() {
        return db.sql(sql)
                .fetch()
                .all()
                .map(this::row)
                .collectList()
                .doOnNext(rows -> gauge.register(rows, true))
                .then()
                .onErrorResume(e -> {
                    LOG.warn("could not count: {}", e.toString());
                    gauge.register(List.of(), true);
                    return Mono.empty();
                });
    }

    private MultiGauge.Row<?> row(Map<String, Object> row) {
        Tags of = Tags.empty();
        for (String tag : tags) {
            of = of.and(tag, String.valueOf(row.get(tag)));
        }
        return MultiGauge.Row.of(of, (Number) Objects.requireNonNull(row.get("count")));
    }

    @Override
    public void stop() {
        Disposable now = counting;
        if (now != null) {
            now.dispose();
        }
        counting = null;
    }

    @Override
    public boolean isRunning() {
        return counting != null;
    }
}
