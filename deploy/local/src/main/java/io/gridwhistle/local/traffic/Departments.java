package io.gridwhistle.local.traffic;

import io.gridwhistle.events.OrderMessage;
import io.gridwhistle.events.OrderMessage.OrderIssued;
import io.gridwhistle.events.OrderMessage.OrderWithdrawn;
import io.gridwhistle.events.Role;
import io.gridwhistle.events.id.OrderId;
import io.gridwhistle.events.kafka.EventCodec;
import io.gridwhistle.events.kafka.UnreadableRecordException;
import io.gridwhistle.local.CityApi;
import io.gridwhistle.local.CityPlan;
import io.gridwhistle.local.DemoCredentials;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every department of the city: reads its topic, answers over HTTP, mostly in time, sometimes late, sometimes with a
 * return, sometimes never.
 */
final class Departments implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Departments.class);
    private static final Pattern TOPICS = Pattern.compile("dispatch\\..+");
    private static final Duration USUAL_ACKNOWLEDGEMENT = Duration.ofMinutes(4);
    private static final Duration LATE_ACKNOWLEDGEMENT = Duration.ofMinutes(45);
    private static final Duration USUAL_WORK = Duration.ofMinutes(20);
    private static final Duration LOOKING = Duration.ofMinutes(10);

    private final KafkaConsumer<String, byte[]> consumer;
    private final CityPlan plan;
    private final SplittableRandom random = new SplittableRandom(12_345);
    private final Set<OrderId> withdrawn = ConcurrentHashMap.newKeySet();
    private final Map<String, CityApi> doors = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(
            4, Thread.ofPlatform().name("departments-", 0).daemon().factory());
    private final Thread thread;

    private Departments(CityPlan plan) {
        this.plan = plan;
        var properties = new Properties();
        properties.put("bootstrap.servers", plan.bootstrapServers());
        properties.put("group.id", "demo-departments");
        properties.put("isolation.level", "read_committed");
        properties.put("auto.offset.reset", "earliest");
        properties.put("metadata.max.age.ms", "5000");
        consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new ByteArrayDeserializer());
        thread = Thread.ofPlatform().name("departments").daemon().start(this::follow);
    }

    static Departments start(CityPlan plan) {
        return new Departments(plan);
    }

    private void follow() {
        try (consumer) {
            consumer.subscribe(TOPICS);
            while (true) {
                consumer.poll(Duration.ofSeconds(1)).forEach(this::read);
            }
        } catch (WakeupException e) {
            LOG.debug("the departments go home");
        }
    }

    private void read(ConsumerRecord<String, byte[]> record) {
        String desk = record.topic().substring(record.topic().lastIndexOf('.') + 1);
        try {
            switch (EventCodec.decode(record.headers(), record.value(), OrderMessage.class)
                    .event()) {
                case OrderIssued order -> plan(order, door(desk));
                case OrderWithdrawn order -> withdrawn.add(order.orderId());
                case OrderMessage.OrderAnswered _,
                        OrderMessage.OrderEscalated _,
                        OrderMessage.OrderRescheduled _,
                        OrderMessage.OrderSupplemented _ -> {
                    // Nothing to answer.
                }
            }
        } catch (UnreadableRecordException e) {
            LOG.warn("an order cannot be read: {}", e.getMessage());
        }
    }

    private void plan(OrderIssued order, CityApi door) {
        if (order.role() == Role.VERIFIER) {
            after(around(LOOKING), order, () -> verify(order, door));
            return;
        }
        if (order.role() != Role.LEAD) {
            return;
        }
        String path = "/api/v1/orders/" + order.orderId();
        int mood = random.nextInt(100);
        if (mood < 4) {
            return;
        }
        if (mood < 10 && order.returnable()) {
            Map<String, String> words = Map.of("reasonCode", "not-our-duty", "note", "不属于本单位职责");
            after(around(USUAL_ACKNOWLEDGEMENT), order, () -> say(door, path + "/return", words));
            return;
        }
        Duration acknowledged = around(mood < 18 ? LATE_ACKNOWLEDGEMENT : USUAL_ACKNOWLEDGEMENT);
        after(acknowledged, order, () -> say(door, path + "/acknowledgement", Map.of()));
        after(
                acknowledged.plus(around(USUAL_WORK)),
                order,
                () -> say(door, path + "/feedback", Map.of("result", "已处置")));
    }

    private void verify(OrderIssued order, CityApi door) {
        boolean passed = random.nextInt(10) > 0;
        String path = "/api/v1/cases/" + order.caseId();
        say(door, path + "/verification", Map.of("passed", passed, "note", passed ? "现场核查通过" : "问题仍在"));
        if (passed) {
            after(around(LOOKING), order, () -> {
                int score = 3 + random.nextInt(3);
                say(
                        door(DemoCredentials.PLATFORM),
                        path + "/satisfaction",
                        Map.of("score", score, "resolved", score > 3));
            });
        }
    }

    /** Between a third of the usual time and three times as long, at the city's speed. */
    private Duration around(Duration usual) {
        double factor = Math.exp((random.nextDouble() * 2 - 1) * Math.log(3));
        return Duration.ofMillis(Math.round(usual.toMillis() * factor / plan.speed()));
    }

    private void after(Duration pause, OrderIssued order, Runnable answer) {
        clock.schedule(
                () -> {
                    if (!withdrawn.contains(order.orderId())) {
                        answer.run();
                    }
                },
                pause.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private CityApi door(String name) {
        String key = name.equals(DemoCredentials.PLATFORM) ? name : DemoCredentials.ofUnit(name);
        return doors.computeIfAbsent(key, it -> new CityApi(plan.gateway(), it));
    }

    private static void say(CityApi door, String path, Map<String, ?> words) {
        try {
            var answer = door.post(path, words);
            // 409: somebody else was faster, as happens among departments.
            if (!answer.isOk() && answer.status() != 409) {
                LOG.warn("{}: {} {}", path, answer.status(), answer.body());
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            LOG.warn("{} was not taken: {}", path, e.getMessage());
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        consumer.wakeup();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
