package io.gridwhistle.benchmarks.timers;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import io.gridwhistle.servers.EmbeddedDatabase;
import io.gridwhistle.servers.Ports;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * The same timers as one-time tasks of db-scheduler, on a PostgreSQL of their own. Its best is taken: tasks are scheduled a
 * thousand at a time, cancelled by several callers, looked for as often as the deciders commit.
 */
final class ScheduledTimers implements AutoCloseable {
    private static final Duration POLLING = Duration.ofMillis(50);
    private static final int THREADS = 10;
    private static final int BATCH = 1_000;
    private static final int CALLERS = 8;

    /**
     * Columns and indexes of db-scheduler's own {@code postgresql_tables.sql}, in its favour without the third index, by priority
     * and time: no task here has a priority, and every arming would pay for it. Its later column {@code state} is not needed.
     */
    private static final String TABLE = """
            create table scheduled_tasks (
              task_name text not null,
              task_instance text not null,
              task_data bytea,
              execution_time timestamp with time zone not null,
              picked boolean not null,
              picked_by text,
              last_success timestamp with time zone,
              last_failure timestamp with time zone,
              consecutive_failures int,
              last_heartbeat timestamp with time zone,
              version bigint not null,
              priority smallint,
              primary key (task_name, task_instance)
            );
            create index execution_time_idx on scheduled_tasks (execution_time);
            create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);
            """;

    private final Work work;
    private final EmbeddedDatabase database;
    private final HikariDataSource connections = new HikariDataSource();
    private final OneTimeTask<Void> task;
    private volatile Lateness noticed = new Lateness();
    private Scheduler scheduler;

    ScheduledTimers(Work work, Path folder) throws SQLException {
        this.work = work;
        database = EmbeddedDatabase.start(folder.resolve("postgres"), Ports.findFree());
        connections.setJdbcUrl(database.jdbcUrl("postgres"));
        connections.setUsername("postgres");
        connections.setMaximumPoolSize(THREADS + CALLERS);
        try (var connection = connections.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
        task = Tasks.oneTime("due")
                .execute((instance, context) -> noticed.add(System.currentTimeMillis()
                        - context.getExecution().executionTime.toEpochMilli()));
        scheduler = build();
    }

    private Scheduler build() {
        return Scheduler.create(connections, task)
                .threads(THREADS)
                .pollingInterval(POLLING)
                .pollUsingLockAndFetch(0.5, 4.0)
                .build();
    }

    Measured measure() throws InterruptedException, SQLException {
        double armed = schedule(work.farDeadlines());
        double bytes = tableBytes() / (double) work.timers();

        scheduler.start();
        work.flow(i -> {
            if (work.arms(i)) {
                scheduler.schedule(task.instance("soon-" + i), Instant.now().plus(Work.SOON));
            }
        });
        Work.await(() -> noticed.count(), work.flowingFirings(), "executed while events flow");
        Lateness flowing = noticed;

        long due = System.currentTimeMillis() + Work.SOON.toMillis();
        var tasks = new ArrayList<SchedulableInstance<?>>();
        for (int i = 0; i < work.dueAtOnce(); i++) {
            tasks.add(SchedulableInstance.of(task.instance("kept-" + i), Instant.ofEpochMilli(due)));
        }
        scheduler.scheduleBatch(tasks);
        scheduler.stop();
        Work.sleepUntil(due);
        noticed = new Lateness();
        long began = System.nanoTime();
        scheduler = build();
        scheduler.start();
        Work.await(() -> noticed.count(), 1, "executed after the restart");
        double first = (System.nanoTime() - began) / 1e6;
        Work.await(() -> noticed.count(), work.dueAtOnce(), "executed after the restart");
        double all = (System.nanoTime() - began) / 1e6;
        return new Measured(armed, cancel(), bytes, flowing, first, all);
    }

    private double schedule(long[] deadlines) throws InterruptedException {
        int batches = (deadlines.length + BATCH - 1) / BATCH;
        return BATCH
                * perSecond(batches, batch -> {
                    var tasks = new ArrayList<SchedulableInstance<?>>();
                    for (int i = batch * BATCH; i < Math.min(deadlines.length, (batch + 1) * BATCH); i++) {
                        tasks.add(
                                SchedulableInstance.of(task.instance("far-" + i), Instant.ofEpochMilli(deadlines[i])));
                    }
                    scheduler.scheduleBatch(List.copyOf(tasks));
                });
    }

    private double cancel() throws InterruptedException {
        return perSecond(work.timers(), i -> scheduler.cancel(TaskInstanceId.of("due", "far-" + i)));
    }

    /** By several callers; a second, once they are warm. */
    private static double perSecond(int count, IntConsumer call) throws InterruptedException {
        var next = new AtomicInteger();
        var done = new AtomicInteger();
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            for (int i = 0; i < CALLERS; i++) {
                callers.execute(() -> {
                    for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                        call.accept(n);
                        done.incrementAndGet();
                    }
                });
            }
            Work.await(done::get, (long) (count * Work.WARM_UP), "done");
            int from = done.get();
            long began = System.nanoTime();
            Work.await(done::get, count, "done");
            return (done.get() - from) / ((System.nanoTime() - began) / 1e9);
        }
    }

    private long tableBytes() throws SQLException {
        try (var connection = connections.getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery("select pg_total_relation_size('scheduled_tasks')")) {
            answer.next();
            return answer.getLong(1);
        }
    }

    @Override
    public void close() {
        scheduler.stop();
        connections.close();
        database.close();
    }
}
