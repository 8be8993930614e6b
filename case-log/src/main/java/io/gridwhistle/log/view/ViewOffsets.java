package io.gridwhistle.log.view;

import java.util.Map;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** How far a view has read, in the view's own schema. */
final class ViewOffsets {
    private static final String SELECT =
            "select next_offset, news_from from view_offset where view = :view and partition = :partition";

    private static final String SELECT_ALL = "select partition, next_offset from view_offset where view = :view";

    /** Advances only from where this reader stood: one that lost its partition meanwhile changes nothing. */
    private static final String ADVANCE = """
            with step as (
              select * from unnest(:partitions::int[], :from::bigint[], :to::bigint[], :news::bigint[])
                as s(partition, from_offset, to_offset, news_from)
            )
            insert into view_offset (view, partition, next_offset, news_from)
            select :view, partition, to_offset, news_from from step
            where from_offset = 0
               or exists (select 1 from view_offset o where o.view = :view and o.partition = step.partition)
            on conflict (view, partition) do update set next_offset = excluded.next_offset
            where view_offset.next_offset = (select from_offset from step where step.partition = view_offset.partition)
            """;

    private final DatabaseClient db;
    private final String view;

    ViewOffsets(DatabaseClient db, String view) {
        this.db = db;
        this.view = view;
    }

    /** @param newsFrom where the log ended when the view was begun */
    record Standing(long next, long newsFrom) {
        Standing at(long there) {
            return new Standing(there, newsFrom);
        }
    }

    /** Empty where nothing was read yet. */
    Mono<Standing> of(int partition) {
        return db.sql(SELECT)
                .bind("view", view)
                .bind("partition", partition)
                .map((row, meta) -> new Standing(row.get(0, Long.class), row.get(1, Long.class)))
                .one();
    }

    /** By partition; a partition of which nothing was read yet is not there. */
    Mono<Map<Integer, Long>> all() {
        return db.sql(SELECT_ALL)
                .bind("view", view)
                .map((row, meta) -> Map.entry(row.get(0, Integer.class), row.get(1, Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /**
     * Advances these partitions from where this reader stands.
     *
     * <p>Errors: {@link IllegalStateException} where another reader has advanced one of them.
     */
    Mono<Void> advance(Map<Integer, Standing> from, Map<Integer, Long> to) {
        Integer[] partitions = to.keySet().toArray(Integer[]::new);
        Long[] before = new Long[partitions.length];
        Long[] after = new Long[partitions.length];
        Long[] news = new Long[partitions.length];
        for (int i = 0; i < partitions.length; i++) {
            Standing standing = Objects.requireNonNull(from.get(partitions[i]));
            before[i] = standing.next();
            news[i] = standing.newsFrom();
            after[i] = to.get(partitions[i]);
        }
        return db.sql(ADVANCE)
                .bind("view", view)
                .bind("partitions", partitions)
                .bind("from", before)
                .bind("to", after)
                .bind("news", news)
                .fetch()
                .rowsUpdated()
                .flatMap(updated -> updated == partitions.length
                        ? Mono.empty()
                        : Mono.error(new IllegalStateException(
                                "another instance has taken over partitions of view '%s'".formatted(view))));
    }
}
