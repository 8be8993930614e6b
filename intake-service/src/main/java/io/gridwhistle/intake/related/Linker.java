package io.gridwhistle.intake.related;

import io.gridwhistle.city.CaseClass;
import io.gridwhistle.city.City;
import io.gridwhistle.city.CityReferences;
import io.gridwhistle.city.Related;
import io.gridwhistle.city.grid.GridSet;
import io.gridwhistle.events.Actor;
import io.gridwhistle.events.EventEnvelope;
import io.gridwhistle.events.EventTypes;
import io.gridwhistle.events.IntakeEvent.CaseAccepted;
import io.gridwhistle.events.IntakeEvent.CaseLinked;
import io.gridwhistle.events.ReferenceKind;
import io.gridwhistle.events.id.ClassCode;
import io.gridwhistle.events.id.EventId;
import io.gridwhistle.events.kafka.Topics;
import io.gridwhistle.intake.IntakeMeters;
import io.gridwhistle.intake.related.Choice.Link;
import io.gridwhistle.log.CaseLog;
import io.gridwhistle.log.LogMeters;
import io.gridwhistle.log.reference.References;
import io.gridwhistle.log.view.FreshReads;
import io.gridwhistle.log.view.ReaderLag;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.stereotype.Component;
import org.springframework.util.backoff.ExponentialBackOff;
import reactor.core.publisher.Mono;

/**
 * Follows the case log and links each newly accepted case to the first one that reports the same thing.
 *
 * <p>It looks at a case once the register holds everything that was appended before that case was accepted. What it
 * appends it appends before it commits how far it has read: read again, a case is linked already and is passed over.
 * While the broker or the database is away it tries again and again, and holds up nobody but itself.
 */
@Component
final class Linker implements SmartLifecycle {
    /** A little after an acceptance, all that was accepted before it stands on every partition for all to read. */
    private static final Duration SETTLED = Duration.ofMillis(100);
    /** Less than the five minutes after which Kafka gives the partitions to another. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static final byte[] ACCEPTED = EventTypes.typeOf(CaseAccepted.class).getBytes(StandardCharsets.UTF_8);

    private final Neighbours neighbours;
    private final FreshReads register;
    private final References references;
    private final CaseLog log;
    private final KafkaMessageListenerContainer<String, byte[]> container;
    private final ReaderLag lag;
    private final IntakeMeters own;
    /** What it has linked itself, now or before it started, it waits for too: nobody is to follow a follower. */
    private Instant lastLinked = Instant.now();

    Linker(
            ConsumerFactory<String, byte[]> consumers,
            Neighbours neighbours,
            FreshReads register,
            References references,
            CaseLog log,
            LogMeters meters,
            IntakeMeters own) {
        this.neighbours = neighbours;
        this.register = register;
        this.references = references;
        this.log = log;
        this.own = own;
        var properties = new ContainerProperties(Topics.CASE_LOG);
        properties.setGroupId("gridwhistle-intake-linker");
        properties.setAckMode(ContainerProperties.AckMode.BATCH);
        properties.setMessageListener((BatchMessageListener<String, byte[]>) this::look);
        properties.setMissingTopicsFatal(false);
        properties.setKafkaConsumerProperties(large());
        container = new KafkaMessageListenerContainer<>(consumers, properties);
        container.setBeanName("linker");
        var backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(5_000);
        container.setCommonErrorHandler(new DefaultErrorHandler(backOff));
        lag = new ReaderLag("linker", container, meters);
    }

    /** It waits for the register once a batch, and of most records it reads one header. */
    private static Properties large() {
        var properties = new Properties();
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "10000");
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, "8388608");
        return properties;
    }

    private void look(List<ConsumerRecord<String, byte[]>> records) {
        var accepted = new LinkedHashSet<String>();
        Instant newest = lastLinked;
        for (var record : records) {
            if (isAcceptance(record)) {
                accepted.add(record.key());
                Instant at = Instant.ofEpochMilli(record.timestamp());
                newest = at.isAfter(newest) ? at : newest;
            }
        }
        if (!accepted.isEmpty()) {
            link(accepted, newest);
        }
        lag.reached(Instant.ofEpochMilli(records.getLast().timestamp()));
    }

    private void link(Set<String> accepted, Instant newest) {
        Map<ClassCode, Related> thresholds = thresholds();
        if (thresholds.isEmpty()) {
            return;
        }
        List<Link> links = Mono.delay(untilSettled(newest))
                .then(register.reach(newest, PATIENCE))
                .then(neighbours.find(accepted, thresholds))
                .map(asked -> choose(asked, thresholds))
                .block(PATIENCE.multipliedBy(2));
        if (links != null && !links.isEmpty()) {
            log.append(links.stream().map(this::event).toList()).block(PATIENCE);
            lastLinked = Instant.now();
            own.linked(links.size());
        }
    }

    private List<Link> choose(Map<ClassCode, List<Choice.Asked>> asked, Map<ClassCode, Related> thresholds) {
        Predicate<String> buildings = buildings();
        var links = new ArrayList<Link>();
        asked.forEach((classCode, cases) -> {
            Related same = thresholds.get(classCode);
            if (same != null) {
                links.addAll(Choice.among(
                        cases.stream().map(it -> it.among(buildings)).toList(), same));
            }
        });
        return links;
    }

    private EventEnvelope<CaseLinked> event(Link link) {
        var event =
                new CaseLinked(link.first().id(), null, link.first().since(), link.reason(), Actor.system("intake"));
        var id = EventId.of(
                link.follower(),
                EventTypes.nameOf(CaseLinked.class),
                link.first().id());
        return new EventEnvelope<>(id, link.follower(), log.source(), Instant.now(), null, event);
    }

    private Predicate<String> buildings() {
        if (references.findActive(ReferenceKind.GRID_SET).isEmpty()) {
            return building -> false;
        }
        GridSet gridSet = references.active(ReferenceKind.GRID_SET, GridSet::read);
        return building -> gridSet.findBuilding(building, null).isPresent();
    }

    private Map<ClassCode, Related> thresholds() {
        City city = references.active(ReferenceKind.CITY, CityReferences::city);
        var thresholds = new HashMap<ClassCode, Related>();
        for (CaseClass caseClass : city.classes()) {
            if (caseClass.related() != null) {
                thresholds.put(caseClass.code(), caseClass.related());
            }
        }
        return thresholds;
    }

    /** Never longer than it should be, however the broker's clock stands. */
    private static Duration untilSettled(Instant newest) {
        Duration left = Duration.between(Instant.now(), newest.plus(SETTLED));
        return left.isNegative() ? Duration.ZERO : left.compareTo(SETTLED) > 0 ? SETTLED : left;
    }

    private static boolean isAcceptance(ConsumerRecord<String, byte[]> record) {
        Header type = record.headers().lastHeader("ce_type");
        return record.key() != null && type != null && Arrays.equals(ACCEPTED, type.value());
    }

    @Override
    public void start() {
        container.start();
    }

    @Override
    public void stop() {
        container.stop();
    }

    @Override
    public boolean isRunning() {
        return container.isRunning();
    }
}
