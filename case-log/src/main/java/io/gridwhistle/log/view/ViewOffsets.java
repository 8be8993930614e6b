package io.gridwhistle.log.view;

import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** How far a view has read, in the view's own schema. */
final class ViewOffsets {
    private static final String SELECT =
            "select next_offset from view_offset where view = :view and partition = :partition";

    private static final String SELECT_ALL = "select partition, next_offset from view_offset where view = :view";

    /** Advances only from where this reader stood: one that lost its partition meanwhile changes nothing. */
    private static final String ADVANCE = """
            with step as (
              select * from unnest(:partitions::int[], :from::bigint[], :to::bigint[]) as s(partition, from_offset, to_offset)
            )
            insert into view_offset (view, partition, next_offset)
            select :view, partition, to_offset from step
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

    Mono<Long> of(int partition) {
        return db.sql(SELECT)
                .bind("view", view)
                .bind("partition", partition)
                .map((row, meta) -> row.get(0, Long.class))
                .one()
                .defaultIfEmpty(0L);
    }

    /** By partition; a partition of which nothing was read yet is not there. */
    Mono<Map<Integer, Long>> all() {
        return db.sql(SELECT_ALL)
                .bind("view", view)
                .map((row, meta) -> Map.entry(row.get(0, Integer.class), row.get(1, Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Errors: {@link IllegalStateException} where another reader has advanced one of them. */
    Mono<Void> advance(Map<Integer, Long> from, Map<Integer, Long> to) {
        Integer[] partitions = to.keySet().toArray(Integer[]::new);
        Long[] before = new Long[partitions.length];
        Long[] after = new Long[partitions.length];
        for (int i = 0; i < partitions.length; i++) {
            before[i] = from.getOrDefault(partitions[i], 0L);
            after[i] = to.get(partitions[i]);
        }
        return db.sql(ADVANCE)
                .bind("view", view)
                .bind("partitions", partitions)
                .bind("from", before)
                .bind("to", after)
                .fetch()
                .rowsUpdated()
                .flatMap(updated -> updated == partitions.length
                        ? Mono.empty()
                        : Mono.error(new IllegalStateException(
                                "another instance has taken over partitions of view '%s'".formatted(view))));
    }
}
